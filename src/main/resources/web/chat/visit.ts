import { asFailure, type Failure } from '../core/failure';
import { Live } from '../core/live';
import { tab } from '../core/memory';
import { forgetVisitor, openSession, type Session } from '../core/session';
import { Conversation } from './conversation';

/**
 * Somebody's stay at a chat: the session, the thread of this tab and what is typed, kept over reloads. Tells its owner
 * after every change.
 */
export class Visit {
  thread: Conversation | null = null;
  /** Why there is no thread. */
  failure: Failure | null = null;
  /** What was typed and not sent. */
  draft = '';
  private live: Live | null = null;
  private opening: Promise<void> | null = null;

  /** @param wanted id of a thread, null for a new one, undefined for the one this tab had last */
  constructor(
    private readonly api: string,
    private readonly site: string,
    private wanted: string | null | undefined,
    private readonly changed: () => void,
  ) {}

  /** Opens once; after a failure the next call tries again. */
  ready(): Promise<void> {
    this.opening ??= this.open();
    return this.opening;
  }

  close(): void {
    this.live?.close();
    this.live = null;
  }

  type(text: string): void {
    this.draft = text;
    if (this.thread !== null) tab.write(`${this.key(this.thread.session)} draft`, text);
  }

  /** While an answer is on its way, or without a thread, the question becomes the draft. */
  async ask(question: string): Promise<void> {
    await this.ready();
    if (this.thread === null || this.thread.busy) {
      this.type(question);
      this.changed();
      return;
    }
    this.type('');
    await this.thread.ask(question);
    await this.renewAfter(question);
  }

  private async open(): Promise<void> {
    this.failure = null;
    try {
      const session = await openSession(this.api, this.site);
      const id = this.wanted === undefined ? tab.read(this.key(session)) : this.wanted;
      this.thread = new Conversation(session, () => this.onChange(), id);
      this.draft ||= tab.read(`${this.key(session)} draft`) ?? '';
      this.live ??= this.listen(session);
      await this.resume(this.thread);
    } catch (thrown) {
      this.failure = asFailure(thrown);
      this.opening = null;
    }
    this.changed();
  }

  private listen(session: Session): Live {
    const live = new Live(session);
    live.follow((event) => void this.thread?.hear(event));
    return live;
  }

  private async resume(thread: Conversation): Promise<void> {
    try {
      await thread.resume();
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.status !== 404) throw failure;
      // Somebody else's or forgotten: start anew.
      thread.id = null;
      tab.forget(this.key(thread.session));
    }
  }

  /** A visitor whose token has expired is let in again, and the question is put to a new thread. */
  private async renewAfter(question: string): Promise<void> {
    if (this.thread?.views.at(-1)?.failure?.status !== 401 || this.thread.session.account !== null) return;
    tab.forget(this.key(this.thread.session));
    forgetVisitor(this.api, this.site);
    this.wanted = null;
    this.opening = null;
    this.close();
    await this.ready();
    await this.thread.ask(question);
  }

  private key(session: Session): string {
    return `jw-thread ${this.api} ${this.site} ${session.owner}`;
  }

  private onChange(): void {
    if (this.thread?.id != null) tab.write(this.key(this.thread.session), this.thread.id);
    this.changed();
  }
}
