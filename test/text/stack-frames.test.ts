import { describe, expect, it } from '@jest/globals';
import { type StackFrame, stackFrames } from '../../src/text/stack-frames.ts';

function told({ language, function: name, file, line }: StackFrame): string {
  return [language, name ?? '-', file ?? '-', line ?? '-'].join(' ');
}

describe('frames of stack traces', () => {
  it.each([
    ['Java', '\tat org.example.Queue.poll(Queue.java:12)', 'java org.example.Queue.poll Queue.java 12'],
    [
      'a constructor of Java',
      'at org.example.Queue.<init>(Queue.java:7)',
      'java org.example.Queue.<init> Queue.java 7',
    ],
    [
      'a module of Java',
      'at java.base/java.lang.Thread.run(Thread.java:840)',
      'java java.lang.Thread.run Thread.java 840',
    ],
    ['native Java', 'at java.lang.Object.wait(Native Method)', 'java java.lang.Object.wait - -'],
    ['Java with its archive', 'at a.B.c(B.java:1) ~[app.jar:2.0]', 'java a.B.c B.java 1'],
    ['Kotlin', 'at a.b.MainKt$main$1.invoke(Main.kt:3)', 'java a.b.MainKt$main$1.invoke Main.kt 3'],
    ['Python', '  File "/app/queue/poll.py", line 12, in <module>', 'python <module> /app/queue/poll.py 12'],
    ['a syntax error of Python', 'File "C:\\app\\q.py", line 3', 'python - C:\\app\\q.py 3'],
    ['Node', 'at Queue.poll (/app/src/queue.js:12:5)', 'javascript Queue.poll /app/src/queue.js 12'],
    ['async Node', 'at async poll (file:///app/q.mjs:1:2)', 'javascript poll file:///app/q.mjs 1'],
    ['Node without a name', 'at node:internal/timers:594:17', 'javascript - node:internal/timers 594'],
    ['Node on Windows', 'at new Q (C:\\my app\\q.js:1:2)', 'javascript new Q C:\\my app\\q.js 1'],
    ['an alias', 'at Q.a [as b] (q.ts:1:2)', 'javascript Q.a [as b] q.ts 1'],
    ['Firefox', 'poll@https://example.org/q.js:12:5', 'javascript poll https://example.org/q.js 12'],
    ['Firefox without a name', '@https://example.org/q.js:12:5', 'javascript - https://example.org/q.js 12'],
    [
      'C# with its file',
      'at Ex.Queue.Poll(Int32 wait) in C:\\src\\Queue.cs:line 42',
      'csharp Ex.Queue.Poll C:\\src\\Queue.cs 42',
    ],
    ['C# without a file', '   at Ex.Queue.Poll(String a, Int32 b)', 'csharp Ex.Queue.Poll - -'],
    ['Ruby', "from /app/q.rb:12:in `poll'", 'ruby poll /app/q.rb 12'],
    ['newer Ruby', "app/q.rb:12:in 'Queue#poll'", 'ruby Queue#poll app/q.rb 12'],
    ['gdb', '#1  0x00007f12 in queue_poll (q=0x0) at src/queue.c:12', 'cpp queue_poll src/queue.c 12'],
    ['the innermost frame of gdb', '#0  queue_poll (q=0x0) at queue.c:12', 'cpp queue_poll queue.c 12'],
    ['a library in gdb', '#2 0x00007f12 in start () from /lib/libc.so.6', 'cpp start - -'],
    ['a sanitizer', '    #3 0x4a2b in ns::Queue::poll(int) /src/queue.cc:12:3', 'cpp ns::Queue::poll /src/queue.cc 12'],
    ['a panic of Rust', "thread 'main' panicked at src/main.rs:4:5:", 'rust - src/main.rs 4'],
    ['an older panic', "thread 'main' panicked at 'no, pool', src/main.rs:4:5", 'rust - src/main.rs 4'],
  ])('are found for %s', (_, line, frame) => {
    expect(stackFrames([line]).map(told)).toEqual([frame]);
  });

  it.each([
    [
      'Go',
      [
        'goroutine 1 [running]:',
        'main.(*Queue).Poll(0xc000, 0x1)',
        '\t/app/queue.go:12 +0x1d',
        'created by main.start in goroutine 1',
        '\t/app/main.go:3',
      ],
      ['go main.(*Queue).Poll /app/queue.go 12', 'go main.start /app/main.go 3'],
    ],
    [
      'Rust',
      ['   3: queue::Pool<T>::take', '             at ./src/queue.rs:12:5'],
      ['rust queue::Pool<T>::take ./src/queue.rs 12'],
    ],
    [
      'Rust with addresses',
      ['  12: 0x55d0 - app::main', 'at /app/src/main.rs:3:1'],
      ['rust app::main /app/src/main.rs 3'],
    ],
  ])('take the function from the line before in %s', (_, lines, frames) => {
    expect(stackFrames(lines).map(told)).toEqual(frames);
  });

  it.each([
    'at the end of 2024 (see below)',
    'at noon. 12:30:15',
    'look at src/queue.ts:12',
    '#12 is the same',
    '# 1 heading',
    '12:30:15',
    'at first.sight(it works, mostly) all is well',
    'https://example.org:80:1',
  ])('are not seen in %j', (line) => {
    expect(stackFrames([line])).toEqual([]);
  });

  it('are told up to two hundred', () => {
    expect(stackFrames(Array.from({ length: 300 }, () => 'at a (b.js:1:2)'))).toHaveLength(200);
  });
});
