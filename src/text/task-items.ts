/** An item of a task list: `- [x] tested`. */
export interface TaskItem {
  done: boolean;
  text: string;
}

const TASK = /^(?:[-*+]|\d{1,9}[.)])[ \t]{1,8}\[([ \txX])\][ \t]+(\S.*)$/;
const MOST_TASKS = 200;

export function taskItems(prose: string): TaskItem[] {
  const items: TaskItem[] = [];
  for (const line of prose.split('\n')) {
    const found = TASK.exec(line.trim());
    if (found === null) continue;
    items.push({ done: /[xX]/.test(found[1] ?? ''), text: found[2] ?? '' });
    if (items.length === MOST_TASKS) break;
  }
  return items;
}
