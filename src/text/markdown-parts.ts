/** A piece of a Markdown text by what it is; comments and markup are gone, the words are as written. */
export interface MarkdownPart {
  kind: 'prose' | 'heading' | 'code' | 'quote';
  text: string;
}

/** Longer bodies are read up to here; GitHub itself takes 65,536 characters. */
const LONGEST_BODY = 100_000;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Reads line by line in one pass whatever the nesting, so that no input is slow or deep. */
export function markdownParts(markdown: string): MarkdownPart[] {
  const parts: MarkdownPart[] = [];
  let fence = '';
  let inComment = false;
  for (const line of markdown.slice(0, LONGEST_BODY).split(/\r\n?|\n/)) {
    const opening = inComment ? undefined : FENCE.exec(line)?.[1];
    if (fence !== '') {
      if (opening?.startsWith(fence) && line.trim() === opening) fence = '';
      else addLine(parts, 'code', line);
    } else if (opening !== undefined) {
      fence = opening;
    } else {
      const visible = dropComments(line, inComment);
      inComment = visible.inComment;
      addTextLine(parts, visible.text);
    }
  }
  return parts;
}

function addTextLine(parts: MarkdownPart[], line: string): void {
  const trimmed = line.trim();
  if (trimmed.startsWith('>')) addLine(parts, 'quote', plainText(trimmed.replace(/^[> ]+/, '')));
  else if (/^#{1,6} /.test(trimmed)) addLine(parts, 'heading', plainText(trimmed.replace(/^#+ /, '')));
  else if (trimmed !== '') addLine(parts, 'prose', plainText(trimmed));
}

/** Neighbouring lines of one kind are one part. */
function addLine(parts: MarkdownPart[], kind: MarkdownPart['kind'], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind && kind !== 'heading') last.text += `\n${text}`;
  else parts.push({ kind, text });
}

function dropComments(line: string, startsInComment: boolean): { text: string; inComment: boolean } {
  let text = '';
  let index = 0;
  let inComment = startsInComment;
  for (;;) {
    const next = line.indexOf(inComment ? '-->' : '<!--', index);
    if (!inComment) text += line.slice(index, next === -1 ? undefined : next);
    if (next === -1) return { text, inComment };
    index = next + (inComment ? 3 : 4);
    inComment = !inComment;
  }
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', '#39': "'", '#34': '"' };

/** Tags and addresses of images go, entities are read; other marks are left, as they part words anyway. */
function plainText(line: string): string {
  if (!/[<&!]/.test(line)) return line;
  return line
    .replace(/!\[([^\][]{0,200})\]\([^()]{0,1000}\)/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(lt|gt|amp|quot|nbsp|#39|#34);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
