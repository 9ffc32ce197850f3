// Makes the network move: it is drawn by the server, and says the same without this.

/** @typedef {{ link: SVGAElement, login: string, x: number, y: number }} Person */

const { zoom, zoomIdentity, select } = /** @type {typeof import('d3-zoom') & typeof import('d3-selection')} */ (
  Reflect.get(globalThis, 'd3')
);

const MOST_ZOOM = 16;
const STEP = 1.4;
/** From so near on there is room for every name. */
const DEEP = 5;
/** How near a person who was asked for is shown. */
const NEAR = 3;

const drawing = document.querySelector('svg.network');
if (drawing instanceof SVGSVGElement) enliven(drawing);

/** @param {SVGSVGElement} svg */
function enliven(svg) {
  const moved = svg.querySelector('.moved');
  const box = svg.viewBox.baseVal;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const people = [...svg.querySelectorAll('.persons a')].flatMap((link) => personOf(link));
  const lines = [...svg.querySelectorAll('.ties path')].map((line) => ({ line, ends: endsOf(line) }));
  const zooming = zoom()
    .extent([
      [box.x, box.y],
      [box.x + box.width, box.y + box.height],
    ])
    .translateExtent([
      [box.x - box.width / 2, box.y - box.height / 2],
      [box.x + 1.5 * box.width, box.y + 1.5 * box.height],
    ])
    .scaleExtent([1, MOST_ZOOM])
    .on('zoom', ({ transform }) => {
      moved?.setAttribute('transform', transform.toString());
      svg.style.setProperty('--k', String(transform.k));
      // Marks grow half as fast as the room between them.
      svg.style.setProperty('--s', String(transform.k ** -0.5));
      svg.classList.toggle('deep', transform.k >= DEEP);
    });
  const surface = select(/** @type {Element} */ (svg)).call(zooming);
  let current = Math.max(
    0,
    people.findIndex(({ link }) => link.classList.contains('lit')),
  );
  /** Whose ties stay lit when nobody is pointed at. */
  let kept = svg.classList.contains('asked') ? current : -1;

  /** @param {number} at -1: nobody stands out */
  function light(at) {
    const near = new Set();
    for (const { line, ends } of lines) {
      const own = ends.includes(at);
      line.classList.toggle('lit', own);
      if (own) for (const end of ends) near.add(end);
    }
    for (const [place, { link }] of people.entries()) {
      link.classList.toggle('lit', place === at);
      link.classList.toggle('near', near.has(place));
    }
    svg.classList.toggle('asked', at >= 0);
  }

  /** One of all is reached by the tab key; arrows lead to the others. @param {number} at */
  function makeCurrent(at) {
    people[current]?.link.setAttribute('tabindex', '-1');
    current = at;
    people[at]?.link.setAttribute('tabindex', '0');
  }

  /** @param {number} at @param {number} scale */
  function goTo(at, scale) {
    const person = people[at];
    if (person === undefined) return;
    surface.call(
      zooming.transform,
      zoomIdentity.translate(middle.x, middle.y).scale(scale).translate(-person.x, -person.y),
    );
  }

  /** @param {string} way */
  function change(way) {
    if (way === 'nearer') surface.call(zooming.scaleBy, STEP);
    if (way === 'farther') surface.call(zooming.scaleBy, 1 / STEP);
    if (way === 'whole') surface.call(zooming.transform, zoomIdentity);
  }

  /** @param {number} at */
  function show(at) {
    makeCurrent(at);
    kept = at;
    light(at);
    goTo(at, NEAR);
  }

  for (const [at, { link }] of people.entries()) {
    link.addEventListener('pointerenter', () => light(at));
    link.addEventListener('pointerleave', () => light(kept));
    link.addEventListener('focus', () => {
      makeCurrent(at);
      light(at);
    });
    link.addEventListener('blur', () => light(kept));
  }
  svg.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS[event.key];
    if (way !== undefined) change(way);
    const next = nextPerson(people, current, event.key);
    if (next !== null) {
      const scale = Number(svg.style.getPropertyValue('--k') || 1);
      if (scale > 1) goTo(next, scale);
      people[next]?.link.focus();
    }
    if (way !== undefined || next !== null) event.preventDefault();
  });
  svg.classList.add('live');
  makeCurrent(current);
  if (kept >= 0) goTo(kept, NEAR);
  offerTools(change);
  answerSearch(people, show);
}

/** @type {Record<string, string>} */
const WAYS = { '+': 'nearer', '=': 'nearer', '-': 'farther', 0: 'whole', Escape: 'whole' };

/** @type {Record<string, [number, number]>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The nearest in the direction of the arrow, where what lies aside counts double; null for another key.
 * @param {Person[]} people @param {number} from @param {string} key @returns {number | null}
 */
function nextPerson(people, from, key) {
  if (key === 'Home') return 0;
  if (key === 'End') return people.length - 1;
  const [right, down] = DIRECTIONS[key] ?? [0, 0];
  const start = people[from];
  if (start === undefined || (right === 0 && down === 0)) return null;
  let [best, least] = [from, Number.POSITIVE_INFINITY];
  for (const [at, { x, y }] of people.entries()) {
    const [across, along] = [x - start.x, y - start.y];
    const ahead = across * right + along * down;
    const aside = Math.abs(across * down) + Math.abs(along * right);
    if (at === from || ahead <= 0 || ahead + 2 * aside >= least) continue;
    [best, least] = [at, ahead + 2 * aside];
  }
  return best;
}

/** @param {Element} link @returns {Person[]} */
function personOf(link) {
  if (!(link instanceof SVGAElement)) return [];
  const { login = '', x, y } = link.dataset;
  return [{ link, login: login.toLowerCase(), x: Number(x), y: Number(y) }];
}

/** @param {Element} line @returns {number[]} */
function endsOf(line) {
  return (line.getAttribute('data-ends') ?? '').split(' ').map(Number);
}

/** @param {(way: string) => void} change */
function offerTools(change) {
  document.getElementById('network-keys')?.removeAttribute('hidden');
  const tools = document.getElementById('network-tools');
  tools?.removeAttribute('hidden');
  tools?.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement) change(target.value);
  });
}

/** @param {Person[]} people @param {(at: number) => void} show */
function answerSearch(people, show) {
  const form = document.getElementById('network-search');
  form?.addEventListener('submit', (event) => {
    const field = form.querySelector('input[name=person]');
    const said = document.getElementById('network-said');
    if (!(field instanceof HTMLInputElement) || said === null || field.value.trim() === '') return;
    event.preventDefault();
    const name = field.value.trim().toLowerCase();
    const spelt = people.findIndex(({ login }) => login === name);
    const at = spelt >= 0 ? spelt : people.findIndex(({ login }) => login.startsWith(name));
    said.textContent = at >= 0 ? '' : (said.dataset.missing ?? '').replace('…', () => field.value.trim());
    if (at >= 0) show(at);
  });
}
