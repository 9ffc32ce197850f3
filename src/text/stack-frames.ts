export interface StackFrame {
  language: 'java' | 'python' | 'javascript' | 'go' | 'rust' | 'csharp' | 'ruby' | 'cpp';
  /** As the trace names it, with its class or module; null where it names none. */
  function: string | null;
  /** As the trace names it: a path, a name or an address. */
  file: string | null;
  line: number | null;
}

/** A line of a trace, trimmed, and the one before it, which names the function in Go and Rust. */
type FrameReader = (line: string, before: string) => StackFrame | null;

/** Frames are shorter; what is longer is minified code or an attack. */
const LONGEST_FRAME = 500;
const MOST_FRAMES = 200;

const readers: FrameReader[] = [
  javaFrame,
  pythonFrame,
  csharpFrame,
  rustFrame,
  javascriptFrame,
  goFrame,
  rubyFrame,
  cppFrame,
];

/** The frames of all stack traces among some lines, in their order; logs put their own words before a trace, not a frame. */
export function stackFrames(lines: Iterable<string>): StackFrame[] {
  const frames: StackFrame[] = [];
  let before = '';
  for (const whole of lines) {
    if (frames.length === MOST_FRAMES) break;
    const frame = frameOf(whole, before);
    if (frame !== null) frames.push(frame);
    before = whole;
  }
  return frames;
}

export function isFrame(line: string, before: string): boolean {
  return frameOf(line, before) !== null;
}

function frameOf(whole: string, wholeBefore: string): StackFrame | null {
  const line = whole.slice(0, LONGEST_FRAME).trim();
  if (!/\d|^at /.test(line)) return null;
  const before = wholeBefore.slice(0, LONGEST_FRAME).trim();
  for (const read of readers) {
    const frame = read(line, before);
    if (frame !== null) return frame;
  }
  return null;
}

/** `at org.example.Queue.poll(Queue.java:12)`, `at java.lang.Thread.run(Native Method)`, with a module before it or not. */
function javaFrame(line: string): StackFrame | null {
  const found = /^at (?:[^\s()]{0,100}\/)?([\p{L}\p{N}_.$<>-]+)\(([^()]{1,200})\)/u.exec(line);
  if (found === null) return null;
  const [, name = '', source = ''] = found;
  const [file = '', number = ''] = source.split(':');
  if (/\.(?:java|kt|scala|groovy|clj)$/.test(file)) return frame('java', name, file, number);
  return /^(?:Native Method|Unknown Source)$/.test(source) ? frame('java', name, '', '') : null;
}

/** `File "app/queue.py", line 12, in poll` */
function pythonFrame(line: string): StackFrame | null {
  const found = /^File "([^"]+)", line (\d{1,9})(?:, in (\S+))?/.exec(line);
  return found && frame('python', found[3], found[1], found[2]);
}

/** `at Example.Queue.Poll(Int32 wait) in C:\src\Queue.cs:line 12`, without a file in a release build. */
function csharpFrame(line: string): StackFrame | null {
  const found = /^at ([\p{L}\p{N}_.`<>[\],+]+)\(([^()]*)\)(?: in (.+):line (\d{1,9}))?$/u.exec(line);
  if (found === null) return null;
  const [, name = '', parameters = '', file, number] = found;
  const isTyped = parameters === '' || /^[\p{L}_][\p{L}\p{N}_.`[\]&*]* [\p{L}_]/u.test(parameters);
  return name.includes('.') && isTyped ? frame('csharp', name, file, number) : null;
}

/** `at src/queue.rs:12:5` below `3: example::queue::poll`, and where a thread panicked. */
function rustFrame(line: string, before: string): StackFrame | null {
  const end = /:(\d{1,9}):\d{1,9}:?$/.exec(line);
  if (end === null || !(line.startsWith('at ') || line.includes('panicked at '))) return null;
  const file = line.slice(line.lastIndexOf(' ', end.index) + 1, end.index);
  const name = /^\d{1,6}: {1,20}(?:0x[0-9a-f]+ - )?(\S.*)$/.exec(before)?.[1];
  return file.endsWith('.rs') ? frame('rust', name, file, end[1]) : null;
}

/** `at async Queue.poll (file:///app/queue.js:12:5)`, `at node:internal/timers:594:17`, `poll@https://example.org/queue.js:12:5` */
function javascriptFrame(line: string): StackFrame | null {
  const end = /:(\d{1,9}):\d{1,9}\)?$/.exec(line);
  if (end === null) return null;
  const start = line.slice(0, end.index);
  const at = /^(?:at |\S{0,200}@(?=\w{2,12}:))/.exec(start)?.[0];
  if (at === undefined) return null;
  const place = start.slice(at.length);
  const open = at.endsWith('@') ? -1 : place.lastIndexOf(' (');
  const file = place.slice(open === -1 ? 0 : open + 2);
  if (!/[./:\\][^\s./:\\]+$|^<anonymous>$/.test(file)) return null;
  const name = at.endsWith('@') ? at.slice(0, -1) : place.slice(0, Math.max(0, open)).replace(/^async /, '');
  return frame('javascript', name, file, end[1]);
}

/** `/app/queue.go:12 +0x1d` below `example.org/app/queue.(*Queue).Poll(0xc000, 0x1)` */
function goFrame(line: string, before: string): StackFrame | null {
  const found = /^(\S+\.(?:go|s)):(\d{1,9})(?: \+0x[0-9a-f]+)?$/.exec(line);
  if (found === null) return null;
  const called = before.replace(/^created by /, '').replace(/ in goroutine \d+$/, '');
  const name = called.endsWith(')') ? called.slice(0, called.lastIndexOf('(')) : called;
  return frame('go', /^[^\s:]+$/.test(name) ? name : '', found[1], found[2]);
}

/** "app/queue.rb:12:in 'Queue#poll'" */
function rubyFrame(line: string): StackFrame | null {
  const found = /^(?:from )?(\S+\.(?:rb|erb|rake)):(\d{1,9}):in [`'](.+)'/.exec(line);
  return found && frame('ruby', found[3], found[1], found[2]);
}

/** `#1  0x00007f12 in queue_poll (q=0x0) at queue.c:12` of gdb, `#1 0x4a2b in queue_poll queue.cc:12:3` of a sanitizer. */
function cppFrame(line: string): StackFrame | null {
  const start = /^#\d{1,6}\s{1,20}(?:0x[0-9a-f]+ in )?/.exec(line)?.[0];
  if (start === undefined) return null;
  const rest = line.slice(start.length);
  const place = / (?:at )?([^\s:()]+\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|m|mm|S)):(\d{1,9})(?::\d{1,9})?$/.exec(rest);
  const name = /^[^\s(]+(?:\([^()]*\))?/.exec(rest)?.[0] ?? '';
  const isNamed = place !== null || / from \S+$| \(\S+\+0x[0-9a-f]+\)/.test(rest);
  return isNamed ? frame('cpp', name.replace(/\(.*$/, ''), place?.[1], place?.[2]) : null;
}

function frame(language: StackFrame['language'], name = '', file = '', line = ''): StackFrame {
  return { language, function: name || null, file: file || null, line: line === '' ? null : Number(line) };
}
