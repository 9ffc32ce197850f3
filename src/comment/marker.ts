/** First line of the one comment on a thread; together with its author it tells the comment from all others. */
export const TRIAGE_MARKER = '<!-- commscore:triage -->';
