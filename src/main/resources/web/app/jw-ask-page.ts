import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import '../chat/jw-chat';
import { confirmTicket, sayOnTicket, type Confirmation, type Words } from '../chat/conversation';
import { Backend } from '../core/backend';
import type { Account, ConversationSummary, LiveEvent, Ticket } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { CONNECTED, Live } from '../core/live';
import { everyItem } from '../core/pages';
import { accountSession, loggedIn } from '../core/session';
import { controls, theme } from '../core/theme';
import '../chat/jw-notice';
import '../chat/jw-person-form';
import type { PersonWish } from '../chat/jw-person-form';
import '../chat/jw-ticket';
import './jw-header';
import './jw-own-list';

/**
 * Asking as somebody who is logged in, with one's conversations and tickets at hand. The address keeps what is shown:
 * `#c=ID` a conversation, `#t=ID` a ticket.
 *
 * @element jw-ask-page
 */
export class JwAskPage extends LitElement {
  static override properties = {
    account: { state: true },
    conversations: { state: true },
    tickets: { state: true },
    shown: { state: true },
    failure: { state: true },
    busy: { state: true },
  };

  declare private account: Account | null;
  declare private conversations: readonly ConversationSummary[];
  declare private tickets: readonly Ticket[];
  declare private shown: Shown;
  declare private failure: Failure | null;
  declare private busy: boolean;

  private readonly say = new Localised(this);
  private readonly backend = new Backend('');
  private live: Live | null = null;
  private readonly onHash = (): void => void this.show(fromAddress());

  static override styles = [
    theme,
    controls,
    css`
      main {
        display: grid;
        gap: 0.75rem;
        grid-template-columns: minmax(0, 1fr);
        max-width: 72rem;
        margin: 0 auto;
        padding: 0.75rem;
      }
      jw-chat {
        --jw-height: calc(100dvh - 12rem);
        min-height: 22rem;
      }
      @media (min-width: 56rem) {
        main {
          grid-template-columns: 19rem minmax(0, 1fr);
        }
        jw-chat {
          --jw-height: calc(100dvh - 5.5rem);
        }
        jw-own-list {
          max-height: calc(100dvh - 5.5rem);
          overflow-y: auto;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.account = null;
    this.conversations = [];
    this.tickets = [];
    this.shown = fromAddress();
    this.failure = null;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.onHash);
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onHash);
    this.live?.close();
  }

  protected override render(): TemplateResult {
    const { words, tag } = this.say;
    return html`
      <jw-header .account=${this.account} heading=${words.ask.title}></jw-header>
      <main lang=${tag}>
        <div class="stack">
        <jw-own-list
          .conversations=${this.conversations}
          .tickets=${this.tickets}
          .shown=${this.shown.id ?? ''}
        ></jw-own-list>
        ${this.account === null
          ? nothing
          : html`<jw-person-form .busy=${this.busy} @jw-person=${this.wantPerson}></jw-person-form>`}
        </div>
        <div class="stack">
          <h1 class="hidden">${words.ask.title}</h1>
          <jw-notice .failure=${this.failure} retry @jw-retry=${this.open}></jw-notice>
          ${this.ticket()} ${this.chat()}
        </div>
      </main>
    `;
  }

  private chat(): TemplateResult | typeof nothing {
    if (this.account === null) return nothing;
    const id = this.shown.kind === 'conversation' ? this.shown.id : null;
    return html`<jw-chat
      ?hidden=${this.shown.kind === 'ticket'}
      .conversation=${id}
      @jw-conversation=${(event: CustomEvent<{ id: string }>) => this.onConversation(event.detail.id)}
    ></jw-chat>`;
  }

  private ticket(): TemplateResult | typeof nothing {
    const { shown } = this;
    if (shown.kind !== 'ticket') return nothing;
    const ticket = this.tickets.find(({ id }) => id === shown.id) ?? null;
    return html`
      <p><a class="button" href="#">${this.say.words.ask.back}</a></p>
      <jw-ticket
        question
        .ticket=${ticket}
        .busy=${this.busy}
        @jw-confirm=${(event: CustomEvent<Confirmation>) => this.send(() => confirmTicket(this.backend, shown.id, event.detail))}
        @jw-say=${(event: CustomEvent<Words>) => this.send(() => sayOnTicket(this.backend, shown.id, event.detail))}
      ></jw-ticket>
    `;
  }

  private async open(): Promise<void> {
    this.failure = null;
    try {
      this.account = await loggedIn(this.backend);
      if (this.account === null) {
        window.location.replace('/login?next=/ask');
        return;
      }
      this.live ??= new Live(accountSession(this.backend, this.account));
      this.live.follow((event) => void this.hear(event));
      await this.readLists();
      await this.show(this.shown);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  private async readLists(): Promise<void> {
    const [conversations, tickets] = await Promise.all([
      everyItem<ConversationSummary>(this.backend, '/conversations?limit=100'),
      everyItem<Ticket>(this.backend, '/tickets?view=mine&limit=100'),
    ]);
    this.conversations = conversations;
    this.tickets = tickets;
  }

  private async show(shown: Shown): Promise<void> {
    this.shown = shown;
    if (shown.kind !== 'ticket') return;
    try {
      const ticket = await this.backend.get<Ticket>(`/tickets/${shown.id}`);
      this.tickets = [ticket, ...this.tickets.filter(({ id }) => id !== ticket.id)];
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  /** Sends something about the ticket that is shown, and shows it again. */
  private async send(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await work();
      await this.show(this.shown);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** Opens a ticket, or joins that of a colleague, and shows it. */
  private async wantPerson(event: CustomEvent<PersonWish>): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      const ticket = await this.backend.post<Ticket>('/tickets', event.detail);
      await this.readLists();
      window.location.hash = `t=${ticket.id}`;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }

  private async hear(event: LiveEvent): Promise<void> {
    if (event.type !== CONNECTED && !event.type.startsWith('ticket.') && event.type !== 'turn.answered') return;
    try {
      await this.readLists();
      if (this.shown.kind === 'ticket') await this.show(this.shown);
    } catch (thrown) {
      // The lists stay as they are until the next event.
      asFailure(thrown);
    }
  }

  private onConversation(id: string): void {
    window.history.replaceState(null, '', `#c=${id}`);
    this.shown = { kind: 'conversation', id };
    void this.readLists().catch(asFailure);
  }
}

type Shown = { readonly kind: 'conversation'; readonly id: string | null } | { readonly kind: 'ticket'; readonly id: string };

function fromAddress(): Shown {
  const [, kind, id] = /^#([ct])=([\w-]+)$/.exec(window.location.hash) ?? [];
  if (kind === 't' && id !== undefined) return { kind: 'ticket', id };
  return { kind: 'conversation', id: kind === 'c' && id !== undefined ? id : null };
}

customElements.define('jw-ask-page', JwAskPage);
