import type { AreaNeed } from '../community/area-needs.ts';
import type { Area } from '../community/areas.ts';
import type { LinkedRepository } from '../community/linked-repositories.ts';
import type { OrganisationWork } from '../community/organisation-work.ts';
import type { CandidateReason, PartnerCandidate } from '../community/partner-candidates.ts';
import type { PartnersPart } from '../community/partners-part.ts';
import { numberTable, printable } from './table.ts';

const SHOWN = 10;

/** The part in plain words; docs/algorithms.md says what each number is. */
export function partnersText(source: string, at: string, part: PartnersPart): string {
  const { dependence, candidates, repositories } = part;
  const name = namesOf(part);
  const sections = [
    `${printable(source)} on ${at.slice(0, 10)}: ${counted(part.allOrganisations, 'organisation', 'organisations')}, ${percent(unaffiliatedShare(part))} of the work by people of none that is known`,
    `Organisations (decayed acts)\n\n${organisationTable(part)}`,
    `Dependence\n\n${dependenceLines(part, name)}`,
    `Cooperation between organisations\n\n${cooperationTable(part, name)}`,
    `Candidates for partnership\n\n${candidates.length === 0 ? 'none whose people fit what waits' : candidates.slice(0, SHOWN).map(candidateLines).join('\n')}`,
  ];
  if (dependence.changes === 0) return sections[0] ?? '';
  if (repositories.length > 0) {
    sections.push(
      `Repositories that threads point to\n\n${repositories.slice(0, SHOWN).map(repositoryLine).join('\n')}`,
    );
  }
  return sections.join('\n\n');
}

type NameOf = (key: string | null) => string;

function namesOf({ organisations, candidates }: PartnersPart): NameOf {
  const names = new Map(organisations.map(({ key, name }) => [key, name]));
  for (const { organisation, name } of candidates) names.set(organisation, name);
  return (key) => (key === null ? 'unaffiliated' : printable(names.get(key) ?? key));
}

function unaffiliatedShare({ unaffiliated }: PartnersPart): number {
  return unaffiliated?.share ?? 0;
}

function organisationTable({ organisations, allOrganisations, unaffiliated }: PartnersPart): string {
  const head = ['who', 'share', 'people', 'changes', 'reviews', 'answers', '90 days', 'before'];
  const row = (name: string, work: OrganisationWork) => [
    name,
    percent(work.share),
    `${work.people.length}`,
    ...[work.changes, work.reviews, work.answers].map((sum) => sum.toFixed(1)),
    `${work.trend.last}`,
    `${work.trend.before}`,
  ];
  const shown: (OrganisationWork & { name: string })[] = organisations.slice(0, SHOWN);
  if (unaffiliated !== null) shown.push({ name: 'unaffiliated', ...unaffiliated });
  if (shown.length === 0) return 'nobody';
  const numbers = numberTable([head, ...shown.map((one) => row(one.name, one))]).split('\n');
  const places = ['where', ...shown.map(({ areas }) => areas.slice(0, 2).map(areaName).join(', ') || '-')];
  const more = allOrganisations > SHOWN ? `\nand ${allOrganisations - SHOWN} more` : '';
  return numbers.map((line, at) => `${line}  ${places[at]}`).join('\n') + more;
}

function dependenceLines({ dependence, directories }: PartnersPart, name: NameOf): string {
  const { leading, factor, concentration } = dependence;
  const lines = [
    leading === null
      ? 'no organisation is known to change anything'
      : `${name(leading.organisation)} wrote ${percent(leading.share)} of the changes`,
    `${factor} of all organisations and people of none wrote more than half; concentration ${concentration.toFixed(2)} of 1`,
  ];
  const rows = directories
    .slice(0, SHOWN)
    .map(({ directory, leading: most, changes }) => [
      directory,
      most === null ? '-' : `${name(most.organisation)} ${percent(most.share)}`,
      changes.toFixed(1),
    ]);
  if (rows.length > 0) lines.push('', numberTable([['directory', 'most of it', 'changes'], ...rows]));
  return lines.join('\n');
}

function cooperationTable({ cooperation: { pairs, across } }: PartnersPart, name: NameOf): string {
  if (pairs.length === 0) return 'none';
  const rows = pairs
    .slice(0, SHOWN)
    .map(({ one, other, given, got, exchange }) => [
      `${name(one)} and ${name(other)}`,
      ...[given, got, exchange].map((sum) => sum.toFixed(2)),
    ]);
  const share = across === null ? '' : `\n${percent(across)} of all help among organisations goes from one to another`;
  return numberTable([['who', 'first helps', 'second helps', 'exchange'], ...rows]) + share;
}

function candidateLines({ name, score, reasons }: PartnerCandidate): string {
  return `${printable(name)} (${score.toFixed(2)}): ${reasons.map(reasonWords).join('; ')}`;
}

function reasonWords(reason: CandidateReason): string {
  switch (reason.kind) {
    case 'knows':
      return `${counted(reason.people, 'person knows', 'people know')} ${areaName(reason.area)}, where ${waiting(reason)}`;
    case 'asks':
      return `opened ${counted(reason.threads, 'thread', 'threads')} on ${areaName(reason.area)}, where ${waiting(reason)}`;
    case 'acts':
      return `${reason.perMonth.toFixed(1)} acts a month, ${reason.direction}`;
    case 'no-reviews':
      return 'nobody of them reviews yet';
  }
}

function repositoryLine({ repository, threads, fits }: LinkedRepository): string {
  const where = fits.map((fit) => `${areaName(fit.area)}, where ${waiting(fit)}`).join('; ');
  return `${printable(repository)}: ${counted(threads, 'thread', 'threads')}${where === '' ? '' : `; ${where}`}`;
}

function waiting({ open, weeks }: AreaNeed): string {
  const threads = `${counted(open, 'thread is', 'threads are')} open`;
  return weeks === null ? `${threads} and none was ever finished` : `${weeks.toFixed(1)} weeks of work wait`;
}

function areaName({ kind, name }: Area): string {
  return `${kind} ${printable(name)}`;
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
