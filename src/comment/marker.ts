/** First line of the one comment on a thread; together with its author it tells the comment from all others. */
export const TRIAGE_MARKER = '<!-- commscore:triage -->';

/** First line of the one answer to a comment that speaks to the app. */
export function replyMarker(commentId: string): string {
  return `<!-- commscore:reply ${commentId.replace(/[^\w=-]/g, '_')} -->`;
}
