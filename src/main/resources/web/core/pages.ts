import type { Backend } from './backend';
import type { Page } from './contract';

/** More than anybody reads; keeps a page from asking for ever. */
const ENOUGH = 500;

/** The items of a list, page after page. */
export async function everyItem<T>(backend: Backend, path: string): Promise<readonly T[]> {
  const items: T[] = [];
  let next: string | null = null;
  do {
    const cursor: string = next === null ? '' : `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`;
    const page: Page<T> = await backend.get<Page<T>>(path + cursor);
    items.push(...page.items);
    next = page.next ?? null;
  } while (next !== null && items.length < ENOUGH);
  return items;
}
