import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Backend } from '../core/backend';
import type { Account, Audit, AuditVerdict, Citation, Page, Standing } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import { complete } from '../chat/thread';
import '../chat/jw-answer';
import '../chat/jw-notice';
import '../chat/jw-source';
import './jw-certificate';
import './jw-verdict';
import { deskLayout } from './layout';

/**
 * Answers drawn for audit: the next ones, the one at hand with its sources, and what audits have proved so far. The
 * address keeps what is shown: `#audits`, `#audits=ID`.
 *
 * @element jw-audits
 * @prop account - who sits here; dispatchers and administrators see the certificate only
 * @prop backend - where audits are read
 */
export class JwAudits extends LitElement {
  static override properties = {
    account: { attribute: false },
    backend: { attribute: false },
    standing: { state: true },
    waiting: { state: true },
    audit: { state: true },
    cited: { state: true },
    busy: { state: true },
    thanked: { state: true },
    failure: { state: true },
  };

  declare account: Account | null;
  declare backend: Backend | null;
  declare private standing: Standing | null;
  declare private waiting: readonly Audit[];
  declare private audit: Audit | null;
  declare private cited: Citation | null;
  declare private busy: boolean;
  declare private thanked: boolean;
  declare private failure: Failure | null;

  private readonly say = new Localised(this);
  private readonly onHash = (): void => void this.show();

  static override styles = [
    theme,
    controls,
    deskLayout,
    css`
      jw-certificate {
        margin-block-end: 1rem;
      }
      li .button {
        display: grid;
        justify-content: stretch;
        line-height: 1.45;
      }
      [aria-current] {
        border-color: var(--_accent);
        box-shadow: inset 4px 0 var(--_accent);
      }
      h2 {
        font-size: 1.05rem;
      }
    `,
  ];

  constructor() {
    super();
    this.account = null;
    this.backend = null;
    this.standing = null;
    this.waiting = [];
    this.audit = null;
    this.cited = null;
    this.busy = false;
    this.thanked = false;
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.onHash);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onHash);
  }

  protected override render(): TemplateResult {
    return html`
      <jw-certificate .standing=${this.standing}></jw-certificate>
      <jw-notice .failure=${this.failure} retry @jw-retry=${this.load}></jw-notice>
      ${this.audits ? this.desk() : nothing}
      <jw-source
        .citation=${this.cited}
        .backend=${this.backend}
        @jw-close=${() => (this.cited = null)}
      ></jw-source>
    `;
  }

  private desk(): TemplateResult {
    const { words } = this.say;
    return html`<div class="desk ${this.audit === null ? '' : 'picked'}">
      <aside class="stack list">
        <h2>${words.audit.waiting}</h2>
        <p role="status">${this.thanked ? words.audit.thanks : nothing}</p>
        ${this.waiting.length === 0 ? html`<p class="muted">${words.audit.none}</p>` : nothing}
        <ul class="stack" aria-label=${words.audit.waiting}>
          ${this.waiting.map(
            ({ id, question, drawnAt }) => html`<li>
              <a class="button" href=${`#audits=${id}`} aria-current=${id === this.audit?.id ? 'true' : nothing}>
                <span>${question}</span><span class="muted">${this.say.time(drawnAt)}</span>
              </a>
            </li>`,
          )}
        </ul>
      </aside>
      <div class="detail stack">
        ${this.audit === null ? html`<p class="muted empty">${words.audit.pick}</p>` : this.detail(this.audit)}
      </div>
    </div>`;
  }

  private detail(audit: Audit): TemplateResult {
    const { words } = this.say;
    const follows = audit.rewritten !== audit.question;
    return html`
      <p class="back"><a class="button" href="#audits">${words.desk.back}</a></p>
      <section class="stack" aria-label=${words.audit.question}>
        <h2>${words.audit.question}</h2>
        <p class="words">${audit.question}</p>
        ${follows ? html`<p class="muted words">${words.desk.rewritten}: ${audit.rewritten}</p>` : nothing}
      </section>
      <section class="stack" aria-label=${words.audit.answer}>
        <h2>${words.audit.answer}</h2>
        <jw-answer
          .view=${complete(audit.id, told(audit))}
          @jw-cite=${(event: CustomEvent<Citation>) => (this.cited = event.detail)}
        ></jw-answer>
      </section>
      ${this.word(audit)}
    `;
  }

  private word(audit: Audit): TemplateResult {
    const { words } = this.say;
    const said = audit.outcome ?? audit.yours;
    if (said !== null) return html`<p class="card">${words.audit.settled(words.audit.verdicts[said])}</p>`;
    return html`<jw-verdict
      ?busy=${this.busy}
      @jw-judge=${(event: CustomEvent<{ verdict: AuditVerdict; reason: string }>) =>
        this.judge(audit, event.detail.verdict, event.detail.reason)}
    ></jw-verdict>`;
  }

  private get audits(): boolean {
    return this.account?.role === 'CRAFTSMAN' || this.account?.role === 'CURATOR';
  }

  private async judge(audit: Audit, verdict: AuditVerdict, reason: string): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await this.backend?.post(`/audits/${audit.id}/verdict`, { verdict, ...(reason === '' ? {} : { reason }) });
      this.thanked = true;
      window.location.hash = 'audits';
      await this.load();
    } catch (thrown) {
      const failure = asFailure(thrown);
      // Somebody else was faster: what he said is shown instead.
      if (failure.status === 409) await this.load();
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    this.failure = null;
    const { backend } = this;
    if (backend === null) return;
    try {
      const [standing, page] = await Promise.all([
        backend.get<Standing>('/certificate'),
        this.audits ? backend.get<Page<Audit>>('/audits') : null,
      ]);
      this.standing = standing;
      this.waiting = page?.items ?? [];
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
    await this.show();
  }

  private async show(): Promise<void> {
    const id = /^#audits=([\w-]+)$/.exec(window.location.hash)?.[1];
    if (id === undefined || this.backend === null || !this.audits) {
      this.audit = null;
      return;
    }
    this.thanked = false;
    try {
      this.audit = await this.backend.get<Audit>(`/audits/${id}`);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

/** The answer as a turn shows it, without how sure the service was. */
function told({ id, question, answer, citations, safety }: Audit): Parameters<typeof complete>[1] {
  return {
    id,
    question,
    outcome: 'ANSWERED',
    reason: null,
    message: null,
    probability: null,
    answer,
    citations,
    safety,
    ticket: null,
    versions: { model: null },
    regeneratedBy: null,
    feedback: null,
  };
}

customElements.define('jw-audits', JwAudits);
