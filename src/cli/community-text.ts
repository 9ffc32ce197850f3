import type { CommunityGroup, CommunityPerson, CommunityReport } from '../community/community-report.ts';
import { FORGOTTEN_DAYS, NEW_DAYS, SILENT_DAYS, type Standing } from '../community/presence.ts';
import { numberTable, printable } from './table.ts';

const SHOWN = 10;
const MEMBERS = 5;

/** The report in plain words; docs/algorithms.md says what each number is. */
export function communityText(source: string, at: string, report: CommunityReport): string {
  const { people, groups, ties, historyDays } = report;
  const standing = (wanted: Standing) => people.filter((person) => person.standing === wanted);
  const newcomers = standing('newcomer').toSorted((a, b) => a.firstDays - b.firstDays);
  const silent = standing('silent').toSorted((a, b) => a.lastDays - b.lastDays);
  const sections = [
    `${printable(source)} on ${at.slice(0, 10)}: ${counted(people.length, 'person', 'people')}, ${counted(ties, 'tie', 'ties')}, ${counted(standing('regular').length, 'regular', 'regulars')}`,
    `Influence (1 is the mean)\n\n${influenceTable(people)}`,
    `Groups\n\n${groups.length === 0 ? 'none of three or more' : groups.map(groupLine).join('\n')}`,
    `Newcomers, first seen in the last ${NEW_DAYS} days\n\n${historyDays < 2 * NEW_DAYS ? tooShort(historyDays) : presenceTable(newcomers)}`,
    `Gone silent, regulars last seen ${SILENT_DAYS} to ${FORGOTTEN_DAYS} days ago\n\n${presenceTable(silent)}`,
  ];
  return sections.join('\n\n');
}

function influenceTable(people: CommunityPerson[]): string {
  const head = ['who', 'influence', 'bridging', 'cooperation', 'acts', 'last act', 'group'];
  const rows = people
    .slice(0, SHOWN)
    .map(({ login, influence, bridging, cooperation, acts, lastDays, group }) => [
      login,
      influence.toFixed(2),
      bridging.toFixed(3),
      cooperation.toFixed(3),
      `${acts}`,
      daysAgo(lastDays),
      group === null ? '-' : `${group + 1}`,
    ]);
  return rows.length === 0 ? 'nobody' : numberTable([head, ...rows]);
}

function groupLine({ areas, members }: CommunityGroup, place: number): string {
  const more = members.length > MEMBERS ? ` and ${members.length - MEMBERS} more` : '';
  const who = `${members.slice(0, MEMBERS).map(printable).join(', ')}${more}`;
  const where = areas.map(({ kind, name }) => `${kind} ${printable(name)}`).join(', ');
  return `${place + 1}. ${where === '' ? '' : `${where}: `}${who}`;
}

function presenceTable(people: CommunityPerson[]): string {
  if (people.length === 0) return 'nobody';
  const rows = people
    .slice(0, SHOWN)
    .map(({ login, firstDays, lastDays, acts }) => [login, daysAgo(firstDays), daysAgo(lastDays), `${acts}`]);
  const more = people.length > SHOWN ? `\nand ${people.length - SHOWN} more` : '';
  return numberTable([['who', 'first act', 'last act', 'acts'], ...rows]) + more;
}

function tooShort(historyDays: number): string {
  return `not told: the history is of ${Math.floor(historyDays)} days, and may begin where people do not`;
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function daysAgo(days: number): string {
  return `${Math.floor(days)} d ago`;
}
