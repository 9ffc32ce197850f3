/** As far as a declaration of XML may reach. */
const PROLOG = 256;

/** Text of bytes by byte order mark, header, XML declaration or as UTF-8, whichever comes first and fits. */
export function decodeText(bytes: Buffer, contentType: string): string {
  for (const label of [byteOrderMark(bytes), headerCharset(contentType), declaredEncoding(bytes), 'utf-8']) {
    const text = label === null ? null : decoded(bytes, label);
    if (text !== null) return text;
  }
  // Every byte means something in it.
  return new TextDecoder('windows-1252').decode(bytes);
}

function byteOrderMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function headerCharset(contentType: string): string | null {
  return /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null;
}

function declaredEncoding(bytes: Buffer): string | null {
  const prolog = bytes.subarray(0, PROLOG).toString('latin1');
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(prolog)?.[1] ?? null;
}

const MISFITS = new Set(['ERR_ENCODING_NOT_SUPPORTED', 'ERR_ENCODING_INVALID_ENCODED_DATA']);

/** null where the encoding is not known or the bytes are not written in it. */
function decoded(bytes: Buffer, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (MISFITS.has(String((error as NodeJS.ErrnoException).code))) return null;
    throw error;
  }
}
