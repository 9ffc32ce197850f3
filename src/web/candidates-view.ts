import type { CandidateReason, PartnerCandidate } from '../community/partner-candidates.ts';
import type { PartnersPart } from '../community/partners-part.ts';
import { areaText } from './area-view.ts';
import { type Html, html } from './html.ts';
import { oneDigit, shownName } from './partners-tables.ts';
import { type PartnersWords, partnersWords } from './partners-words.ts';
import { rowsOf } from './table.ts';
import type { View } from './view.ts';

/** One row for each reason. */
export const candidateRows = rowsOf<PartnersPart, { candidate: PartnerCandidate; reason: CandidateReason }>({
  name: 'candidates',
  about: 'Organisations that would fit what waits, with a row for each reason.',
  rows: ({ candidates }) =>
    candidates.flatMap((candidate) => candidate.reasons.map((reason) => ({ candidate, reason }))),
  columns: [
    { key: 'organisation', value: ({ candidate }) => candidate.name },
    { key: 'score', value: ({ candidate }) => candidate.score },
    { key: 'reason', value: ({ reason }) => reason.kind },
    { key: 'area', value: ({ reason }) => ('area' in reason ? `${reason.area.kind} ${reason.area.name}` : null) },
    { key: 'people', value: ({ reason }) => ('people' in reason ? reason.people : null) },
    { key: 'threads', value: ({ reason }) => ('threads' in reason ? reason.threads : null) },
    { key: 'open', value: ({ reason }) => ('open' in reason ? reason.open : null) },
    { key: 'weeks', value: ({ reason }) => ('weeks' in reason ? reason.weeks : null) },
    { key: 'per_month', value: ({ reason }) => ('perMonth' in reason ? reason.perMonth : null) },
    { key: 'direction', value: ({ reason }) => ('direction' in reason ? reason.direction : null) },
  ],
});

export function candidatesView(candidates: readonly PartnerCandidate[], view: View): Html {
  const says = partnersWords[view.language];
  if (candidates.length === 0) return html`<p class="quiet">${says.noCandidates}</p>`;
  return html`<p class="quiet">${says.candidatesAbout}</p>
<ul>${candidates.map(
    ({ name, reasons }) =>
      html`<li><b>${shownName(name, view)}</b><ul>${reasons.map((reason) => html`<li>${reasonWords(reason, says, view)}</li>`)}</ul></li>\n`,
  )}</ul>
<p class="under"><a href="${view.api}/candidates.csv">CSV</a></p>`;
}

function reasonWords(reason: CandidateReason, says: PartnersWords, view: View): string {
  switch (reason.kind) {
    case 'knows':
      return `${says.knows(reason.people, areaText(reason.area))}, ${waiting(reason, says, view)}`;
    case 'asks':
      return `${says.asks(reason.threads, areaText(reason.area))}, ${waiting(reason, says, view)}`;
    case 'acts':
      return says.perMonth(oneDigit(reason.perMonth, view), says.directions[reason.direction]);
    case 'no-reviews':
      return says.noReviews;
  }
}

function waiting({ open, weeks }: { open: number; weeks: number | null }, says: PartnersWords, view: View): string {
  return says.waiting(open, weeks === null ? null : oneDigit(weeks, view));
}
