import type { Backend } from '../core/backend';
import { CONNECTED } from '../core/live';
import type { LiveEvent, Ticket, TicketSummary, Turn } from '../core/contract';
import { asFailure, Failure, type Problem } from '../core/failure';
import { newKey } from '../core/keys';
import type { Session } from '../core/session';
import { streamEvents, type StreamEvent } from '../core/sse';
import { advance, asked, complete, failed, type TurnView } from './thread';

/** The confirmation of an asker. */
export interface Confirmation {
  readonly solved: boolean;
  readonly consent: boolean;
  readonly rating: number | null;
  readonly comment: string;
}

/** What an asker writes on a ticket, and where it belongs. */
export interface Words {
  readonly event: string;
  readonly text: string;
}

/** Answers a craftsman who asked back, or takes a closed ticket up again. */
export async function sayOnTicket(backend: Backend, ticket: string, { event, text }: Words): Promise<void> {
  await backend.post(`/tickets/${ticket}/${event}`, { text });
}

/** The ticket that waited for a contact, bare or wrapped; null when none did. */
type Opened = TicketSummary | { readonly ticket: TicketSummary } | null;

/** Tells the service whether the reply to a ticket worked. */
export async function confirmTicket(backend: Backend, ticket: string, said: Confirmation): Promise<void> {
  const { solved, consent, rating, comment } = said;
  await backend.post(`/tickets/${ticket}/confirm`, {
    solved,
    consent,
    ...(rating === null ? {} : { rating }),
    ...(comment === '' ? {} : { comment }),
  });
}

/** One thread with the service: asks, resumes, and keeps its tickets fresh. Tells its owner after every change. */
export class Conversation {
  views: readonly TurnView[] = [];
  /** The tickets of this thread by id, as last seen. */
  tickets: ReadonlyMap<string, Ticket> = new Map();

  constructor(
    readonly session: Session,
    private readonly changed: () => void,
    public id: string | null = null,
  ) {}

  /** True while an answer is on its way. */
  get busy(): boolean {
    return this.views.some((view) => view.phase === 'sent' || view.phase === 'answering');
  }

  /** Shows what was said before. @throws Failure with status 404 when the thread is not the caller's (any more) */
  async resume(): Promise<void> {
    if (this.id === null) return;
    const { turns } = await this.session.backend.get<{ readonly turns: readonly Turn[] }>(`/conversations/${this.id}`);
    this.set(turns.map((turn) => complete(turn.id, turn)));
    await this.refreshTickets();
  }

  /** Asks and follows the answer; a failure is kept in the question's view, and asking again with its key retries. */
  async ask(question: string, key: string = newKey()): Promise<void> {
    const earlier = this.views.find((other) => other.key === key)?.id ?? null;
    let view = asked(key, question);
    this.set([...this.views.filter((other) => other.key !== key), view]);
    try {
      if (earlier === null) view = await this.follow(view);
      else view = await this.lookUp({ ...view, id: earlier });
    } catch (thrown) {
      view = failed(this.views.find((other) => other.key === key) ?? view, asFailure(thrown));
    }
    this.replace(view);
    await this.refreshTickets();
  }

  /** Takes a failed question off the page. */
  drop(key: string): void {
    this.set(this.views.filter((view) => view.key !== key));
  }

  /** Leaves a visitor's enterprise and contact, which opens the ticket of the question that waits for them. */
  leaveContact(key: string, enterprise: string, contact: string): Promise<void> {
    return this.decide(key, async (view) => {
      const body = { enterprise, contact, consent: true };
      const opened = await this.session.backend.put<Opened>('/widget/sessions/current', body);
      return { ...view, ticket: opened !== null && 'ticket' in opened ? opened.ticket : opened };
    });
  }

  /** Says whether the reply to a question worked. */
  confirm(key: string, confirmation: Confirmation): Promise<void> {
    return this.decide(key, async (view) => {
      if (view.ticket !== null) await confirmTicket(this.session.backend, view.ticket.id, confirmation);
      return view;
    });
  }

  /** Answers the craftsman of a question, or takes its closed ticket up again. */
  say(key: string, words: Words): Promise<void> {
    return this.decide(key, async (view) => {
      if (view.ticket !== null) await sayOnTicket(this.session.backend, view.ticket.id, words);
      return view;
    });
  }

  /** Looks again at a ticket of this thread that something happened to. */
  async hear(event: LiveEvent): Promise<void> {
    if (event.type === CONNECTED) await this.refreshTickets();
    else if (event.type === 'answer.recalled') await this.recall(event.subject);
    else if (event.type.startsWith('ticket.') && this.ticketIds().includes(event.subject)) await this.refresh(event.subject);
  }

  private async decide(key: string, work: (view: TurnView) => Promise<TurnView>): Promise<void> {
    const view = this.views.find((other) => other.key === key);
    if (view === undefined || view.deciding) return;
    this.replace({ ...view, deciding: true, trouble: null });
    try {
      this.replace(await work(view));
    } catch (thrown) {
      this.replace({ ...view, trouble: asFailure(thrown) });
    }
    await this.refreshTickets();
  }

  private async follow(sent: TurnView): Promise<TurnView> {
    let view = sent;
    for await (const event of this.events(sent.question, sent.key)) {
      if (event.type === 'error') throw Failure.refused(JSON.parse(event.data) as Problem);
      view = advance(view, event);
      this.replace(view);
    }
    return view.phase === 'done' ? view : this.lookUp(view);
  }

  private async *events(question: string, key: string): AsyncGenerator<StreamEvent> {
    const { backend } = this.session;
    if (this.id === null) {
      this.id = (await backend.post<{ readonly id: string }>('/conversations', {}, `${key}-thread`)).id;
      this.changed();
    }
    const response = await backend.send('POST', `/conversations/${this.id}/turns`, {
      body: { question },
      accept: 'text/event-stream',
      key,
    });
    if (response.body === null || response.headers.get('Content-Type')?.includes('json') === true) {
      yield { type: 'done', data: await response.text(), id: null };
      return;
    }
    try {
      yield* streamEvents(response.body);
    } catch (thrown) {
      if (!(thrown instanceof TypeError)) throw thrown;
      // The network went away in the middle: the caller looks whether the answer was stored all the same.
    }
  }

  /** A stream that ended early: the turn may be complete at the service. */
  private async lookUp(view: TurnView): Promise<TurnView> {
    const { turns } = await this.session.backend.get<{ readonly turns: readonly Turn[] }>(`/conversations/${this.id}`);
    const stored = turns.find((turn) => turn.id === view.id);
    if (stored === undefined) throw Failure.offline();
    return complete(view.key, stored);
  }

  /** Looks again at an answer of this thread that turned out to be wrong. */
  private async recall(turn: string): Promise<void> {
    const view = this.views.find((other) => other.turn?.id === turn);
    if (view === undefined) return;
    try {
      this.replace({ ...view, turn: (await this.lookUp({ ...view, id: turn })).turn });
    } catch (thrown) {
      // The next reload shows it.
      asFailure(thrown);
    }
  }

  private ticketIds(): readonly string[] {
    return this.views.flatMap((view) => (view.ticket === null ? [] : [view.ticket.id]));
  }

  private async refreshTickets(): Promise<void> {
    await Promise.all(this.ticketIds().map((id) => this.refresh(id)));
  }

  private async refresh(id: string): Promise<void> {
    try {
      const ticket = await this.session.backend.get<Ticket>(`/tickets/${id}`);
      this.tickets = new Map(this.tickets).set(id, ticket);
      this.changed();
    } catch (thrown) {
      // What is shown stays as it was; the next event or reload looks again.
      asFailure(thrown);
    }
  }

  private replace(view: TurnView): void {
    this.set(this.views.map((other) => (other.key === view.key ? view : other)));
  }

  private set(views: readonly TurnView[]): void {
    this.views = views;
    this.changed();
  }
}
