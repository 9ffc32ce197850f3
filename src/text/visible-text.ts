/** What of a line is outside of HTML comments; one that is written as code is no comment. */
export function dropComments(line: string, startsInComment: boolean): { text: string; inComment: boolean } {
  if (!startsInComment && !line.includes('<!--')) return { text: line, inComment: false };
  let text = '';
  let inComment = startsInComment;
  let ticks = 0;
  for (const piece of line.split(/(<!--|-->)/)) {
    const isWritten = ticks % 2 === 1;
    if (piece === '<!--' && !isWritten) inComment = true;
    else if (piece === '-->' && inComment) inComment = false;
    else if (!inComment) {
      text += piece;
      ticks += ticksIn(piece);
    }
  }
  return { text, inComment };
}

function ticksIn(text: string): number {
  let ticks = 0;
  for (let at = text.indexOf('`'); at !== -1; at = text.indexOf('`', at + 1)) ticks += 1;
  return ticks;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', '#39': "'", '#34': '"' };
/** Joiners and marks that no reader sees, by which one word would look like two; the zero-width space does part words. */
const UNSEEN = /[\u00ad\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Tags and addresses of images go, entities are read; other marks are left, as they part words anyway. */
export function plainText(line: string): string {
  const seen = /[\u00ad-\uffff]/.test(line) ? line.replace(UNSEEN, '') : line;
  if (!/[<&!]/.test(seen)) return seen;
  return seen
    .replace(/!\[([^\][]{0,200})\]\([^()]{0,1000}\)/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(lt|gt|amp|quot|nbsp|#39|#34);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
