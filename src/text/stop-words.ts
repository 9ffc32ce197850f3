/** Stems that say nothing of what a text is about; told apart by no index, so not worth their room in one. */
export const stopWords = new Set(
  (
    'a about after all also an and ani are as at be becaus been but by can could did do doe for from had ha have how ' +
    'i if in into is it just like me more my no not now of on onli or other our out should so some than that the their ' +
    'them then there these thei they thi this to up us use wa was we were what when where which who why will with would you your ' +
    'e.g i.e http https www com 的 了 在 是 我 和 也 就 都 而 及 与 或 有 这 那 の に は を が と で て も な'
  ).split(' '),
);
