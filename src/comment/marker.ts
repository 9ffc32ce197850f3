/** First line of the one comment on a thread; together with its author it tells the comment from all others. */
export const TRIAGE_MARKER = '<!-- commscore:triage -->';

/** First line of the one issue or discussion that holds the digest. */
export const DIGEST_MARKER = '<!-- commscore:digest -->';

/** Such a thread is nobody's work: it is not learnt, not answered and not counted. */
export function isDigest({ body, authorIsBot }: { body: string; authorIsBot: boolean }): boolean {
  return authorIsBot && body.trimStart().startsWith(DIGEST_MARKER);
}

/** First line of the one answer to a comment that speaks to the app. */
export function replyMarker(commentId: string): string {
  return `<!-- commscore:reply ${commentId.replace(/[^\w=-]/g, '_')} -->`;
}
