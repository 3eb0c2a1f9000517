import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Backend } from '../core/backend';
import type { Account, LiveEvent, Ticket } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { CONNECTED, Live } from '../core/live';
import { everyItem } from '../core/pages';
import { accountSession } from '../core/session';
import { controls, theme } from '../core/theme';
import '../chat/jw-notice';
import './jw-profile';
import './jw-queue';
import type { QueueView, Wanted } from './jw-queue';
import './jw-ticket-list';
import './jw-work';
import { deskLayout } from './layout';

/**
 * The desk of those who answer tickets: what one has, a queue of the others in several views, and the one at hand.
 * Dispatchers and administrators have the queue alone.
 *
 * @element jw-craftsman-desk
 * @prop account - who sits here
 */
export class JwCraftsmanDesk extends LitElement {
  static override properties = {
    account: { attribute: false },
    queue: { state: true },
    wanted: { state: true },
    mine: { state: true },
    ticket: { state: true },
    failure: { state: true },
  };

  declare account: Account | null;
  declare private queue: readonly Ticket[];
  declare private wanted: Wanted | null;
  declare private mine: readonly Ticket[];
  declare private ticket: Ticket | null;
  declare private failure: Failure | null;

  private readonly say = new Localised(this);
  private readonly backend = new Backend('');
  private live: Live | null = null;
  private readonly onHash = (): void => void this.show();

  static override styles = [theme, controls, deskLayout];

  constructor() {
    super();
    this.account = null;
    this.queue = [];
    this.wanted = null;
    this.mine = [];
    this.ticket = null;
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.onHash);
    if (this.account !== null) {
      this.live = new Live(accountSession(this.backend, this.account));
      this.live.follow((event) => void this.hear(event));
    }
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onHash);
    this.live?.close();
  }

  protected override render(): TemplateResult {
    const { words } = this.say;
    const picked = this.ticket?.id ?? null;
    return html`
      <div class="desk ${picked === null ? '' : 'picked'}">
        <aside class="stack list">
          <jw-notice .failure=${this.failure} retry @jw-retry=${this.load}></jw-notice>
          ${this.claims
            ? html`<jw-ticket-list
                heading=${words.desk.mine}
                empty=${words.desk.nothingMine}
                .items=${this.mine.filter((ticket) => !isFinished(ticket))}
                .picked=${picked}
                @jw-pick=${this.pick}
              ></jw-ticket-list>`
            : nothing}
          <jw-queue
            .views=${this.views}
            .wanted=${this.want}
            .items=${this.queue}
            .picked=${picked}
            @jw-want=${this.look}
            @jw-pick=${this.pick}
          ></jw-queue>
          ${this.finished(picked)}
          ${this.claims ? html`<jw-profile .backend=${this.backend}></jw-profile>` : nothing}
        </aside>
        <div class="detail stack">
          ${this.ticket === null
            ? html`<p class="muted empty">${words.desk.pick}</p>`
            : html`<p class="back"><a class="button" href="#">${words.desk.back}</a></p>`}
          ${this.ticket === null
            ? nothing
            : html`<jw-work .backend=${this.backend} .ticket=${this.ticket} @jw-changed=${this.load}></jw-work>`}
        </div>
      </div>
    `;
  }

  private finished(picked: string | null): TemplateResult | typeof nothing {
    const items = this.mine.filter(isFinished);
    if (items.length === 0) return nothing;
    return html`<jw-ticket-list
      folded
      heading=${this.say.words.desk.finished}
      .items=${items}
      .picked=${picked}
      @jw-pick=${this.pick}
    ></jw-ticket-list>`;
  }

  private get claims(): boolean {
    return this.account?.role === 'CRAFTSMAN';
  }

  private get views(): readonly QueueView[] {
    if (this.claims) return ['open', 'offered', 'trade', 'waiting', 'breaching', 'all'];
    return this.account?.role === 'ASKER' ? ['all'] : ['all', 'waiting', 'breaching', 'mine'];
  }

  private get want(): Wanted {
    return this.wanted ?? { view: this.claims ? 'open' : 'all', text: '' };
  }

  private look(event: CustomEvent<Wanted>): void {
    this.wanted = event.detail;
    void this.load();
  }

  private pick(event: CustomEvent<{ id: string }>): void {
    window.location.hash = `t=${event.detail.id}`;
  }

  private async load(): Promise<void> {
    this.failure = null;
    try {
      const { wanted } = this;
      const { view, text } = this.want;
      const asked = new URLSearchParams({ view, limit: '100', ...(text === '' ? {} : { q: text }) });
      const [mine, queue] = await Promise.all([
        this.claims ? everyItem<Ticket>(this.backend, '/tickets?view=mine&limit=100') : [],
        everyItem<Ticket>(this.backend, `/tickets?${asked.toString()}`),
      ]);
      this.mine = mine;
      // Another view may have been chosen meanwhile; its list comes by itself.
      if (wanted === this.wanted) this.queue = queue;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
    await this.show();
  }

  private async show(): Promise<void> {
    const id = /^#t=([\w-]+)$/.exec(window.location.hash)?.[1];
    if (id === undefined) {
      this.ticket = null;
      return;
    }
    try {
      this.ticket = await this.backend.get<Ticket>(`/tickets/${id}`);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  private async hear(event: LiveEvent): Promise<void> {
    if (event.type === CONNECTED || event.type.startsWith('ticket.')) await this.load();
  }
}

function isFinished({ state }: Ticket): boolean {
  return state === 'CLOSED' || state === 'CANCELLED';
}

customElements.define('jw-craftsman-desk', JwCraftsmanDesk);
