/**
 * What a page remembers between reloads. Storage that the browser refuses (private mode, blocked by the embedding
 * page) is the same as storage that is empty.
 */
export class Memory {
  constructor(private readonly storage: () => Storage) {}

  read(key: string): string | null {
    try {
      return this.storage().getItem(key);
    } catch {
      return null;
    }
  }

  write(key: string, value: string): void {
    try {
      this.storage().setItem(key, value);
    } catch {
      // Nothing is lost but the convenience.
    }
  }

  forget(key: string): void {
    try {
      this.storage().removeItem(key);
    } catch {
      // As above.
    }
  }
}

/** Until the tab is closed. */
export const tab = new Memory(() => window.sessionStorage);

/** Until it is forgotten. */
export const device = new Memory(() => window.localStorage);
