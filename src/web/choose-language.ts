import { type Language, languages } from '../comment/languages.ts';

/** What was asked for by `?lang=`, else the first language of the browser that is spoken here, else English. */
export function chooseLanguage(asked: string | null, acceptLanguage: string): Language {
  if (asked !== null && Object.hasOwn(languages, asked)) return asked as Language;
  const wanted = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((value) => value !== undefined);
      return { tag: tag.split('-')[0] ?? '', weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ tag, weight }) => weight > 0 && (tag === 'zh' || tag === 'en'))
    .toSorted((a, b) => b.weight - a.weight);
  return wanted[0]?.tag === 'zh' ? 'zh-CN' : 'en';
}
