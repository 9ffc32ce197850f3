/** Groups of one colour differ in form, so that nobody has to tell colours apart. */
const FORMS: ((r: number) => string)[] = [
  circle,
  (r) => polygon(r * 1.15, 4, 45),
  (r) => polygon(r * 1.3, 3, -90),
  (r) => polygon(r * 1.2, 4, 0),
  (r) => polygon(r * 1.3, 3, 90),
  (r) => polygon(r * 1.08, 6, 0),
  star,
];

/** Path around 0 of who is in a group; who is in none is a circle. */
export function formOf(group: number | null, radius: number): string {
  return (FORMS[(group ?? 0) % FORMS.length] ?? circle)(radius);
}

function circle(r: number): string {
  return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

function polygon(r: number, corners: number, turned: number): string {
  return closed(Array.from({ length: corners }, (_, at) => corner(r, turned + (360 * at) / corners)));
}

function star(r: number): string {
  return closed(Array.from({ length: 10 }, (_, at) => corner(at % 2 === 0 ? 1.4 * r : 0.7 * r, 36 * at - 90)));
}

function corner(r: number, degrees: number): string {
  const turn = (degrees * Math.PI) / 180;
  return `${rounded(r * Math.cos(turn))} ${rounded(r * Math.sin(turn))}`;
}

function closed(corners: string[]): string {
  return `M${corners.join('L')}z`;
}

function rounded(value: number): number {
  return Math.round(10 * value) / 10;
}
