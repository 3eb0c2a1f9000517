import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { Backend } from '../core/backend';
import type { Account, NoticeChoice, NoticePreferences, PersonalChannel } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { loggedIn } from '../core/session';
import { controls, theme } from '../core/theme';
import '../chat/jw-notice';
import './jw-header';

const CHANNELS: readonly PersonalChannel[] = ['EMAIL', 'SMS'];

/**
 * How whoever is logged in is told of what happens, outside the pages.
 *
 * @element jw-notices-page
 */
export class JwNoticesPage extends LitElement {
  static override properties = {
    account: { state: true },
    shown: { state: true },
    failure: { state: true },
    saved: { state: true },
  };

  declare private account: Account | null;
  declare private shown: NoticePreferences | null;
  declare private failure: Failure | null;
  declare private saved: boolean;

  private readonly say = new Localised(this);
  private readonly backend = new Backend('');

  static override styles = [
    theme,
    controls,
    css`
      main {
        max-width: 42rem;
        margin: 0 auto;
        padding: 1rem 0.75rem 4rem;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        border-bottom: 1px solid var(--_line);
        padding: 0.25rem;
        text-align: start;
        font-weight: inherit;
      }
      td {
        width: 5.5rem;
      }
      td input {
        width: 1.5rem;
        height: 1.5rem;
        margin: 0.6rem;
      }
    `,
  ];

  constructor() {
    super();
    this.account = null;
    this.shown = null;
    this.failure = null;
    this.saved = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  protected override render(): TemplateResult {
    const { words, tag } = this.say;
    return html`
      <jw-header .account=${this.account} heading=${words.notices.title}></jw-header>
      <main lang=${tag}>
        <div class="card stack">
          <h1>${words.notices.title}</h1>
          <p class="muted">${words.notices.lead}</p>
          <jw-notice .failure=${this.failure}></jw-notice>
          ${this.shown === null ? nothing : this.form(this.shown)}
        </div>
      </main>
    `;
  }

  private form({ preference, channels, kinds, usual }: NoticePreferences): TemplateResult {
    const { notices } = this.say.words;
    return html`
      <form class="stack" novalidate @submit=${this.onSubmit}>
        ${channels.length === 0 ? html`<p>${notices.notSetUp}</p>` : nothing}
        <label class="field">
          <span>${notices.email}</span>
          <input name="email" type="email" maxlength="254" autocomplete="email" .value=${preference.email ?? ''} />
        </label>
        <label class="field">
          <span>${notices.phone}</span>
          <input name="phone" type="tel" maxlength="30" autocomplete="tel" .value=${preference.phone ?? ''} />
        </label>
        <label class="field">
          <span>${notices.language}</span>
          <select name="language">
            ${(['zh', 'en'] as const).map(
              (tongue) =>
                html`<option value=${tongue} ?selected=${preference.language === tongue}>${notices.languages[tongue]}</option>`,
            )}
          </select>
        </label>
        <label class="check"
          ><input name="workingHours" type="checkbox" .checked=${preference.workingHours} />${notices.workingHours}</label
        >
        ${this.table(kinds, preference.choices ?? everyChannel(usual))}
        <div class="row">
          <button class="main">${notices.save}</button>
          <button type="button" @click=${this.backToUsual}>${notices.usual}</button>
        </div>
        <p role="status">${this.saved ? notices.saved : ''}</p>
      </form>
    `;
  }

  private table(kinds: readonly string[], chosen: readonly NoticeChoice[]): TemplateResult {
    const { notices } = this.say.words;
    const name = (kind: string): string => notices.kinds[kind] ?? kind;
    return html`
      <h2>${notices.which}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${notices.kind}</th>
            ${CHANNELS.map((channel) => html`<th scope="col">${notices.channels[channel]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${kinds.map(
            (kind) =>
              html`<tr>
                <th scope="row">${name(kind)}</th>
                ${CHANNELS.map(
                  (channel) =>
                    html`<td>
                      <input
                        type="checkbox"
                        name="choice"
                        value="${kind} ${channel}"
                        aria-label=${notices.cell(name(kind), notices.channels[channel])}
                        .checked=${chosen.some((one) => one.kind === kind && one.channel === channel)}
                      />
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    `;
  }

  private async open(): Promise<void> {
    try {
      this.account = await loggedIn(this.backend);
      if (this.account === null) {
        window.location.replace('/login?next=/notices');
        return;
      }
      this.shown = await this.backend.get<NoticePreferences>('/notifications/preferences');
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    void this.save(form, new FormData(form).getAll('choice').map((text) => choice(String(text))));
  }

  private backToUsual(event: Event): void {
    const { form } = event.currentTarget as HTMLButtonElement;
    if (form !== null) void this.save(form, null);
  }

  private async save(form: HTMLFormElement, choices: readonly NoticeChoice[] | null): Promise<void> {
    const fields = new FormData(form);
    this.failure = null;
    this.saved = false;
    try {
      this.shown = await this.backend.put<NoticePreferences>('/notifications/preferences', {
        email: String(fields.get('email') ?? ''),
        phone: String(fields.get('phone') ?? ''),
        language: String(fields.get('language') ?? 'zh'),
        workingHours: fields.has('workingHours'),
        choices,
      });
      this.saved = true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

function everyChannel(kinds: readonly string[]): readonly NoticeChoice[] {
  return kinds.flatMap((kind) => CHANNELS.map((channel) => ({ kind, channel })));
}

function choice(text: string): NoticeChoice {
  const [kind = '', channel = ''] = text.split(' ');
  return { kind, channel: channel as PersonalChannel };
}

customElements.define('jw-notices-page', JwNoticesPage);
