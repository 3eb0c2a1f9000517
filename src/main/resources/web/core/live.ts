import type { LiveEvent } from './contract';
import { Failure } from './failure';
import type { Session } from './session';
import { streamEvents } from './sse';

const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** The type of an event that pages make themselves: the stream stands (again). */
export const CONNECTED = 'live.connected';

/**
 * What happens at the service, told once to every page of this browser: pages of the same person share one stream. The
 * page that was looked at last holds it and passes events on; when it is closed another one takes over from the last
 * event that was seen, so none is lost and none is told twice.
 */
export class Live {
  private readonly listeners = new Set<(event: LiveEvent) => void>();
  private readonly closing = new AbortController();
  private readonly channel: BroadcastChannel;
  private last: number | null = null;
  private turn: AbortController | null = null;
  private stream: AbortController | null = null;

  constructor(private readonly session: Session) {
    this.channel = new BroadcastChannel(this.name);
    this.channel.onmessage = (message: MessageEvent<LiveEvent>): void => {
      this.tell(message.data);
    };
    if (!('locks' in navigator)) {
      // Plain HTTP on a foreign host: no locks there, so each page has a stream of its own.
      void this.hold(new AbortController());
      return;
    }
    document.addEventListener('visibilitychange', () => this.comeForward(), { signal: this.closing.signal });
    void this.contend(document.visibilityState === 'visible');
  }

  /** Calls the listener for each event from now on; the answer ends that. */
  follow(listener: (event: LiveEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.closing.abort();
    this.turn?.abort();
    this.stream?.abort();
    this.channel.close();
    this.listeners.clear();
  }

  private get name(): string {
    const { backend, owner } = this.session;
    return `jw-live ${backend.base || window.location.origin} ${owner}`;
  }

  private comeForward(): void {
    const holding = this.stream !== null && !this.stream.signal.aborted;
    if (document.visibilityState === 'visible' && !holding) void this.contend(true);
  }

  /** Waits for the stream, or takes it from the page that has it. */
  private async contend(take: boolean): Promise<void> {
    this.turn?.abort();
    const turn = new AbortController();
    const stream = new AbortController();
    this.turn = turn;
    try {
      const wish: LockOptions = take ? { steal: true } : { signal: turn.signal };
      await navigator.locks.request(this.name, wish, () => this.hold(stream));
    } catch {
      // Either we asked again ourselves, or another page took the stream: then we wait until that one ends.
      stream.abort();
      if (!turn.signal.aborted && !this.closing.signal.aborted) await this.contend(false);
    }
  }

  private async hold(stream: AbortController): Promise<void> {
    if (stream.signal.aborted || this.closing.signal.aborted) return;
    this.stream?.abort();
    this.stream = stream;
    let pause = SHORTEST_PAUSE;
    while (!stream.signal.aborted) {
      const began = Date.now();
      try {
        await this.read(stream.signal);
      } catch (thrown) {
        if (thrown instanceof Failure && (thrown.status === 401 || thrown.status === 403)) return;
      }
      pause = Date.now() - began > LONGEST_PAUSE ? SHORTEST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
      if (!stream.signal.aborted) await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random() / 2)));
    }
  }

  private async read(signal: AbortSignal): Promise<void> {
    const headers = this.last === null ? {} : { 'Last-Event-ID': String(this.last) };
    const response = await this.session.backend.send('GET', '/events', { accept: 'text/event-stream', headers, signal });
    if (response.body === null) return;
    // Whatever happened before the stream stood is not in it: followers look once for themselves.
    const connected: LiveEvent = { seq: this.last ?? 0, type: CONNECTED, subject: '' };
    this.pass(connected);
    this.channel.postMessage(connected);
    for await (const event of streamEvents(response.body)) {
      if (signal.aborted) return;
      const told = JSON.parse(event.data) as LiveEvent;
      if (this.tell(told)) this.channel.postMessage(told);
    }
  }

  /** False for what was told before. */
  private tell(event: LiveEvent): boolean {
    if (event.type === CONNECTED) {
      this.pass(event);
      return false;
    }
    if (this.last !== null && event.seq <= this.last) return false;
    this.last = event.seq;
    this.pass(event);
    return true;
  }

  private pass(event: LiveEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
