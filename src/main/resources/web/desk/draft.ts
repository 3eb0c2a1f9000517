import type { Backend } from '../core/backend';
import { asFailure } from '../core/failure';
import { device } from '../core/memory';

const PAUSE = 3_000;
const RETRY = 10_000;

/** Where the text of a reply is safe: nowhere yet, on this device, at the service, or there for whoever owns it now. */
export type Safety = 'untouched' | 'saving' | 'device' | 'service' | 'stale';

/**
 * Keeps what an owner types: on this device with every key, at the service a few seconds after the last one. What the
 * service has not confirmed survives reloads and is sent once it can be.
 */
export class Draft {
  safety: Safety = 'untouched';
  /** When the service last confirmed it. */
  savedAt: Date | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pending = false;

  private constructor(
    private readonly backend: Backend,
    private readonly ticket: string,
    /** The claim it belongs to. */
    readonly epoch: number,
    public text: string,
    private readonly changed: () => void,
  ) {}

  /** The draft of a ticket one owns: what this device has that the service has not, else what the service has. */
  static of(backend: Backend, ticket: string, epoch: number, stored: string, changed: () => void): Draft {
    const unsent = device.read(keyOf(ticket));
    const draft = new Draft(backend, ticket, epoch, unsent ?? stored, changed);
    if (unsent !== null && unsent !== stored) draft.later(0);
    return draft;
  }

  type(text: string): void {
    this.text = text;
    device.write(keyOf(this.ticket), text);
    if (this.safety !== 'stale') this.safety = 'saving';
    this.later(PAUSE);
    this.changed();
  }

  /** Saves now what is not saved: on leaving the field or the page. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (!this.pending || this.safety === 'stale') return;
    const text = this.text;
    try {
      await this.backend.put(`/tickets/${this.ticket}/draft`, { epoch: this.epoch, text });
      this.confirmed(text);
    } catch (thrown) {
      const failure = asFailure(thrown);
      this.safety = failure.status === 409 ? 'stale' : 'device';
      if (this.safety === 'device') this.later(RETRY);
    }
    this.changed();
  }

  /** The reply was sent, or the ticket given back: nothing is left to keep here. */
  finish(): void {
    clearTimeout(this.timer);
    this.pending = false;
    device.forget(keyOf(this.ticket));
  }

  private confirmed(text: string): void {
    if (text !== this.text) {
      this.later(PAUSE);
      return;
    }
    this.pending = false;
    this.safety = 'service';
    this.savedAt = new Date();
    device.forget(keyOf(this.ticket));
  }

  private later(pause: number): void {
    this.pending = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pause);
  }
}

function keyOf(ticket: string): string {
  return `jw-draft ${ticket}`;
}
