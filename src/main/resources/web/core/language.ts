import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { device } from './memory';
import { en, zh, type Words } from './words';

export type Language = 'zh' | 'en';

const KEY = 'jw-language';
const changes = new EventTarget();
let suggested: Language | null = null;

/** The language of the pages: chosen by the reader, else suggested by the host page, else the browser's. */
export function language(): Language {
  return languageOf(device.read(KEY)) ?? suggested ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
}

/** The reader's choice; kept on this device. */
export function choose(chosen: Language): void {
  device.write(KEY, chosen);
  changes.dispatchEvent(new Event('change'));
}

/** The host page's `lang`, which a reader's own choice outranks. */
export function suggest(tag: string | null): void {
  suggested = languageOf(tag);
  changes.dispatchEvent(new Event('change'));
}

function languageOf(tag: string | null): Language | null {
  const lower = tag?.toLowerCase() ?? '';
  return lower.startsWith('zh') ? 'zh' : lower.startsWith('en') ? 'en' : null;
}

/** Gives an element the words of the current language, and draws it anew when that changes. */
export class Localised implements ReactiveController {
  private readonly redraw = (): void => this.host.requestUpdate();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get words(): Words {
    return this.language === 'zh' ? zh : en;
  }

  get language(): Language {
    return language();
  }

  /** For `lang` attributes. */
  get tag(): string {
    return this.language === 'zh' ? 'zh-CN' : 'en';
  }

  /** A date and time as people here write it; an empty text for none. */
  time(iso: string | null | undefined): string {
    if (iso === null || iso === undefined) return '';
    return new Intl.DateTimeFormat(this.tag, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
  }

  /** The time of day alone. */
  clock(time: Date): string {
    return new Intl.DateTimeFormat(this.tag, { timeStyle: 'medium' }).format(time);
  }

  hostConnected(): void {
    changes.addEventListener('change', this.redraw);
  }

  hostDisconnected(): void {
    changes.removeEventListener('change', this.redraw);
  }
}
