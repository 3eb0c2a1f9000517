import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '../core/backend';
import type { FanOutOutcome, LinkedTicket, Page, Ticket } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import '../chat/jw-notice';

/**
 * Tickets of other enterprises about the same problem, each with what its asker would read of the reply, and a tick to
 * send it there.
 *
 * @element jw-linked
 * @prop backend - the service
 * @prop ticket - the ticket whose owner looks
 */
export class JwLinked extends LitElement {
  static override properties = {
    backend: { attribute: false },
    ticket: { attribute: false },
    items: { state: true },
    outcomes: { state: true },
    failure: { state: true },
    busy: { state: true },
  };

  declare backend: Backend | null;
  declare ticket: Ticket | null;
  declare private items: readonly LinkedTicket[];
  declare private outcomes: ReadonlyMap<string, FanOutOutcome['outcome']>;
  declare private failure: Failure | null;
  declare private busy: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      li {
        border-top: 1px solid var(--_line);
        padding-top: 0.5rem;
      }
    `,
  ];

  constructor() {
    super();
    this.backend = null;
    this.ticket = null;
    this.items = [];
    this.outcomes = new Map();
    this.failure = null;
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('ticket')) return;
    const before = changed.get('ticket');
    if (before?.id !== this.ticket?.id) {
      this.items = [];
      this.outcomes = new Map();
      this.failure = null;
    }
    if (before?.id !== this.ticket?.id || before?.state !== this.ticket?.state) void this.look();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { linked } = this.say.words;
    if (this.items.length === 0) return this.failure === null ? nothing : html`<jw-notice .failure=${this.failure}></jw-notice>`;
    const title = linked.title(this.items.length);
    const sendable = this.items.some(({ preview }) => preview != null);
    return html`
      <section class="card stack" aria-label=${title}>
        <h3>${title}</h3>
        <p class="muted">${sendable || this.items.every(({ sent }) => sent) ? linked.hint : linked.replyFirst}</p>
        <form class="stack" @submit=${this.onSubmit}>
          <ul class="stack">
            ${this.items.map((item) => this.item(item))}
          </ul>
          <jw-notice .failure=${this.failure}></jw-notice>
          ${sendable
            ? html`<div><button class="main" aria-disabled=${this.busy ? 'true' : 'false'}>${linked.send}</button></div>`
            : nothing}
        </form>
      </section>
    `;
  }

  private item({ ticket, number, question, preview, sent }: LinkedTicket): TemplateResult {
    const { linked } = this.say.words;
    const outcome = this.outcomes.get(ticket);
    return html`<li class="stack">
      ${preview == null || sent
        ? html`<p>${number}</p>`
        : html`<label class="row"><input type="checkbox" name="ticket" value=${ticket} /> ${linked.tick(number)}</label>`}
      <p class="words">${question}</p>
      ${preview == null || sent
        ? nothing
        : html`<p class="muted">${linked.preview}</p>
            <p class="words">${preview}</p>`}
      <p role="status">${outcome === undefined ? (sent ? linked.sent : '') : linked.outcomes[outcome]}</p>
    </li>`;
  }

  private async look(): Promise<void> {
    const { backend, ticket } = this;
    if (backend === null || ticket === null) return;
    try {
      const found = await backend.get<Page<LinkedTicket>>(`/tickets/${ticket.id}/linked`);
      if (ticket.id === this.ticket?.id) this.items = found.items;
    } catch (thrown) {
      if (ticket.id === this.ticket?.id) this.failure = asFailure(thrown);
    }
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { backend, ticket } = this;
    const ticked = new FormData(event.currentTarget as HTMLFormElement).getAll('ticket').map(String);
    if (backend === null || ticket === null || this.busy || ticked.length === 0) return;
    this.busy = true;
    this.failure = null;
    const recipients = this.items
      .filter((item) => ticked.includes(item.ticket))
      .map((item) => ({ ticket: item.ticket, epoch: item.epoch, text: item.preview }));
    try {
      const told = await backend.post<Page<FanOutOutcome>>(`/tickets/${ticket.id}/fan-out`, { epoch: ticket.epoch, recipients });
      this.outcomes = new Map(told.items.map(({ ticket: id, outcome }) => [id, outcome]));
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
      await this.look();
    }
  }
}

customElements.define('jw-linked', JwLinked);
