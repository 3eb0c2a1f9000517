import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '../core/backend';
import type { Craftsman, Page, Ticket } from '../core/contract';
import { nameOf } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import '../chat/jw-notice';
import '../chat/jw-say';
import { clockInWords } from './clock';
import { Draft } from './draft';
import './jw-dossier';
import './jw-linked';
import './jw-reply-box';
import './jw-ticket-acts';
import './jw-undo';

/**
 * One ticket in a craftsman's hands: its dossier, claiming it, the reply, and taking that back.
 *
 * @element jw-work
 * @prop backend - the service
 * @prop ticket - the ticket as last seen
 * @fires jw-changed - `{id}`: something was done to it, look again
 */
export class JwWork extends LitElement {
  static override properties = {
    backend: { attribute: false },
    ticket: { attribute: false },
    failure: { state: true },
    busy: { state: true },
    said: { state: true },
    undoable: { state: true },
    craftsmen: { state: true },
  };

  declare backend: Backend | null;
  declare ticket: Ticket | null;
  declare private failure: Failure | null;
  declare private busy: boolean;
  declare private said: 'claimed' | 'released' | 'undone' | 'delivered' | null;
  declare private undoable: boolean;
  declare private craftsmen: readonly Craftsman[];

  private readonly say = new Localised(this);
  private draft: Draft | null = null;
  /** What was sent last: the text to go on with after an undo. */
  private sent = '';

  static override styles = [
    theme,
    controls,
    css`
      .message {
        border-top: 1px solid var(--_line);
        padding-top: 0.5rem;
      }
      .claim {
        width: 100%;
      }
    `,
  ];

  constructor() {
    super();
    this.backend = null;
    this.ticket = null;
    this.failure = null;
    this.busy = false;
    this.said = null;
    this.undoable = false;
    this.craftsmen = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.draft?.flush();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('ticket')) return;
    const before = changed.get('ticket');
    if (before?.id !== this.ticket?.id) {
      void this.draft?.flush();
      this.draft = null;
      this.failure = null;
      this.said = null;
      this.undoable = false;
      this.sent = '';
    }
    if (this.craftsmen.length === 0 && this.hands) void this.readCraftsmen();
    if (!this.mine) this.draft = null;
    else if (this.draft?.epoch !== this.ticket?.epoch) this.draft = this.draftOf(this.ticket);
  }

  /** Whether the caller may give the ticket to somebody. */
  private get hands(): boolean {
    return this.ticket?.you?.may?.some((event) => event === 'TRANSFER' || event === 'ASSIGN') ?? false;
  }

  private async readCraftsmen(): Promise<void> {
    try {
      this.craftsmen = (await this.backend?.get<Page<Craftsman>>('/craftsmen'))?.items ?? [];
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  private offers({ offers = [] }: Ticket): TemplateResult {
    const { desk } = this.say.words;
    return html`<details>
      <summary>${desk.offers} <span class="muted">${offers.length}</span></summary>
      <ol class="stack">
        ${offers.map(
          ({ craftsman, reason, declined, declineReason }) =>
            html`<li>
              ${craftsman} <span class="muted">${reason}</span> ${declined ? desk.declined(declineReason ?? '') : nothing}
            </li>`,
        )}
      </ol>
    </details>`;
  }

  private get mine(): boolean {
    return this.ticket?.state === 'ASSIGNED' && this.ticket.you?.mayReply !== false;
  }

  private draftOf(ticket: Ticket | null): Draft | null {
    if (this.backend === null || ticket === null) return null;
    const stored = typeof ticket.draft === 'string' ? ticket.draft : (ticket.draft?.text ?? '');
    return Draft.of(this.backend, ticket.id, ticket.epoch, stored || this.sent, () => this.requestUpdate());
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.say;
    const { ticket } = this;
    if (ticket === null) return nothing;
    return html`
      <section class="stack" aria-label=${words.ticket.title(ticket.number)}>
        <div class="card stack">
          <div>
            <h2>${words.ticket.title(ticket.number)}</h2>
            <p class="muted">${[
              words.ticket.states[ticket.state],
              ticket.priority === 'URGENT' ? words.ticket.urgent : '',
              ticket.confidential ? words.ticket.confidential : '',
              nameOf(ticket.enterprise),
            ].filter(Boolean).join(' · ')}</p>
          </div>
          ${(ticket.clocks ?? [])
            .filter(({ state }) => state !== 'STOPPED')
            .map((clock) => html`<p class="clock">${clockInWords(clock, this.say)}</p>`)}
          <p class="words">${ticket.question}</p>
          ${(ticket.askers ?? 1) > 1 ? html`<p class="muted">${words.ticket.askers(ticket.askers ?? 1)}</p>` : nothing}
          ${ticket.you?.offered ? html`<p class="muted">${words.desk.offered(ticket.you.offered)}</p>` : nothing}
          ${(ticket.offers ?? []).length === 0 ? nothing : this.offers(ticket)}
          ${(ticket.messages ?? []).map(
            (message) => html`<div class="message">
              <p class="muted">${words.desk.senders[message.from] ?? message.from} ${this.say.time(message.at)}</p>
              <p class="words">${message.text}</p>
            </div>`,
          )}
          ${ticket.state === 'OPEN' && ticket.you?.mayClaim !== false
            ? html`<button class="main claim" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.claim}>
                ${words.desk.claim}
              </button>`
            : nothing}
        </div>
        <p role="status">${this.said === null ? '' : words.desk[this.said]}</p>
        <jw-notice .failure=${this.failure}></jw-notice>
        ${this.undoable
          ? html`<jw-undo @jw-undo=${this.undo} @jw-gone=${() => this.settle('delivered')}></jw-undo>`
          : nothing}
        ${this.reply()}
        ${ticket.you?.owner === true && !ticket.confidential
          ? html`<jw-linked .backend=${this.backend} .ticket=${ticket}></jw-linked>`
          : nothing}
        <jw-ticket-acts
          .may=${ticket.you?.may ?? []}
          .craftsmen=${this.craftsmen}
          .busy=${this.busy}
          @jw-act=${(event: CustomEvent<{ path: string; body: object }>) => this.act(event.detail.path, event.detail.body)}
        ></jw-ticket-acts>
        ${this.notes(ticket)}
        <jw-dossier
          .dossier=${ticket.dossier ?? null}
          ?usable=${this.draft !== null}
          @jw-use=${(event: CustomEvent<{ text: string }>) => this.draft?.type(event.detail.text)}
        ></jw-dossier>
      </section>
    `;
  }

  /** For those who may write notes: the owner and the dispatchers, who are also the ones that are sent clocks. */
  private notes(ticket: Ticket): TemplateResult | typeof nothing {
    const { notes } = this.say.words;
    if (ticket.you?.asker === true || (ticket.clocks ?? []).length === 0) return nothing;
    return html`<details>
      <summary>${notes.title((ticket.notes ?? []).length)}</summary>
      <div class="stack">
        ${(ticket.notes ?? []).map(
          (note) => html`<div class="message">
            <p class="muted">${note.from} ${this.say.time(note.at)}</p>
            <p class="words">${note.text}</p>
          </div>`,
        )}
        <jw-say
          event="notes"
          label=${notes.label}
          act=${notes.save}
          .busy=${this.busy}
          @jw-say=${(event: CustomEvent<{ text: string }>) => this.act('notes', { text: event.detail.text })}
        ></jw-say>
      </div>
    </details>`;
  }

  private reply(): TemplateResult | typeof nothing {
    const { draft } = this;
    if (draft === null) return nothing;
    return html`<jw-reply-box
      .text=${draft.text}
      .safety=${draft.safety}
      .savedAt=${draft.savedAt}
      .busy=${this.busy}
      @jw-draft=${(event: CustomEvent<{ text: string }>) => draft.type(event.detail.text)}
      @jw-leave=${() => draft.flush()}
      @jw-reply=${(event: CustomEvent<{ text: string; consent: boolean }>) => this.send(event.detail)}
      @jw-release=${(event: CustomEvent<{ reason: string }>) => this.release(event.detail.reason)}
    ></jw-reply-box>`;
  }

  private async claim(): Promise<void> {
    if (await this.act('claim', {})) this.settle('claimed');
  }

  private async send(reply: { readonly text: string; readonly consent: boolean }): Promise<void> {
    if (!(await this.act('reply', reply))) return;
    this.draft?.finish();
    this.sent = reply.text;
    this.said = null;
    this.undoable = true;
  }

  private async release(reason: string): Promise<void> {
    await this.draft?.flush();
    if (!(await this.act('release', { reason }))) return;
    this.draft?.finish();
    this.settle('released');
  }

  private async undo(): Promise<void> {
    if (await this.act('undo', {})) this.settle('undone');
  }

  private settle(said: 'claimed' | 'released' | 'undone' | 'delivered'): void {
    this.said = said;
    this.undoable = false;
  }

  /** Does one event of the ticket; whatever comes of it, the ticket is looked at again. */
  private async act(event: string, body: object): Promise<boolean> {
    const { backend, ticket } = this;
    if (backend === null || ticket === null || this.busy) return false;
    this.busy = true;
    this.failure = null;
    this.said = null;
    try {
      await backend.post(`/tickets/${ticket.id}/${event}`, { epoch: ticket.epoch, ...body });
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    } finally {
      this.busy = false;
      this.dispatchEvent(new CustomEvent('jw-changed', { detail: { id: ticket.id } }));
    }
  }
}

customElements.define('jw-work', JwWork);
