/** Why somebody or something is suggested, as data; words are made in `comment/`, `web/` and `cli/`. */
export type Reason = PersonReason | LabelReason | RelatedReason;

export type PersonReason =
  /** Reviewed changes to these paths; `path` is the deepest shared file or directory, '' for the whole repository. */
  | { kind: 'reviewed'; path: string; times: number; lastDays: number }
  /** Wrote changes to these paths. */
  | { kind: 'changed'; path: string; times: number; lastDays: number }
  /** Listed in CODEOWNERS by this pattern, themselves or as the one of a team that stands for it. */
  | { kind: 'owner'; pattern: string; team?: string }
  /** Nobody is expert in so wide or so mechanical a change: `as` says why it comes to them. */
  | { kind: 'sweeping'; directories: number; generated: boolean; as: 'fallback' | 'owns-everything' | 'reviews-most' }
  /** At most one other person knows these many of the files: by this review one more will. */
  | { kind: 'spreads-knowledge'; files: number }
  /** Reviewed changes of this author before. */
  | { kind: 'reviewed-author'; author: string; times: number }
  /** Took similar closed threads; ids best first, at most three. */
  | { kind: 'took-similar'; threads: string[]; times: number }
  /** The same of discussions, to which they gave the accepted answer. */
  | { kind: 'answered-similar'; threads: string[]; times: number }
  /** Took threads with this label. */
  | { kind: 'took-label'; label: string; times: number }
  | { kind: 'answered-label'; label: string; times: number }
  /** Their threads and changes share these words with the task. */
  | { kind: 'knows-terms'; terms: string[] }
  /** Active in the repository lately, nothing more special. */
  | { kind: 'active'; times: number; days: number };

export type LabelReason =
  /** Words of the thread that speak for the label. */
  | { kind: 'terms'; terms: string[] }
  /** A text model takes its name to fit; of the repository's own threads none had a label yet. */
  | { kind: 'fits-name' };

export type RelatedReason =
  /** Shared words, rarest first. */
  | { kind: 'shares-terms'; terms: string[] }
  /** Shared identifiers, paths or error strings. */
  | { kind: 'shares-code'; terms: string[] }
  /** These threads are alike and were closed as duplicates of it. */
  | { kind: 'has-duplicates'; threads: string[] }
  /** Both show a stack trace through these functions, topmost first; `versions` are those that both name. */
  | { kind: 'shares-trace'; functions: string[]; versions: string[] }
  /** A text model takes the two for alike, whatever their words. */
  | { kind: 'close-in-meaning' };

export function isLabelReason(reason: LabelReason | PersonReason): reason is LabelReason {
  return reason.kind === 'terms' || reason.kind === 'fits-name';
}
