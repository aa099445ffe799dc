import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { ADDRESSES } from '../addresses.ts'
import { PageSetting, useSetting } from './setting.ts'
import { Leading } from './spans.tsx'

/**
 * The frame of every page. How the server's side and the scripts of the browser fit together:
 *
 * - A page is whole without script. `scripts` names modules of `packages/web/src/client`, built to
 *   `dist/assets/<name>.js`; nothing else is ever loaded. `/explore` needs none.
 * - A script finds its place by `data-mount="<name>"`: an element with server-rendered content, which it may replace or
 *   enliven. What the server has to tell the script stands in `data-*` attributes of that element.
 * - No inline script or style, no `style` attribute in HTML (set properties through the DOM), no eval, no request to
 *   elsewhere: the Content-Security-Policy (`server/security.ts`) forbids them.
 * - Addresses are relative in static files: a script takes the root of the site from `<html data-root>` (`/`, `../../`)
 *   and whether a server answers from `<html data-served>` (`yes` or `no`).
 * - The look is `packages/web/src/style/`: custom properties for colors, which change with the color scheme.
 */
interface Frame {
  readonly title: string
  /** one or two sentences, for search engines and previews */
  readonly description: string
  /** the page's own address */
  readonly address: string
  /** names of client modules */
  readonly scripts?: readonly string[]
  /** other forms of the same page */
  readonly alternates?: readonly { readonly type: string; readonly address: string }[]
  /** a page that waits: in how many seconds to ask again where no script listens, and where */
  readonly refresh?: { readonly seconds: number; readonly address: string }
  /** the address of a picture to show where the page is linked */
  readonly picture?: string
  /** of pages that are nobody's to find by search */
  readonly unlisted?: boolean
}

const PLACES = [
  ['Explore', ADDRESSES.explore],
  ['Read a text', ADDRESSES.read],
  ['Check claims', ADDRESSES.check],
  ['Knowledge', ADDRESSES.knowledge],
] as const

/** A whole document around the content of a page. */
function Layout({ frame, children }: { frame: Frame; children: ComponentChildren }) {
  const { link, served } = useSetting()
  const here = `/${frame.address.split('/')[1] ?? ''}`
  return (
    <html lang="en" data-root={link('/')} data-served={served ? 'yes' : 'no'}>
      <Head frame={frame} />
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="site">
          <a class="name" href={link(ADDRESSES.home)}>
            unwash
          </a>
          <nav aria-label="Site">
            {PLACES.map(([label, address]) => (
              <a key={address} href={link(address)} {...(address === here ? { 'aria-current': 'page' } : {})}>
                {label}
              </a>
            ))}
          </nav>
        </header>
        <main id="main">{children}</main>
        <footer class="site">
          <p>
            A reading of what was published, with the place of every statement. Not legal advice; no certificate.{' '}
            <a href={link(ADDRESSES.corrections)}>Ask for a correction</a> ·{' '}
            <a href={link(ADDRESSES.glossary)}>Glossary</a>
            {served ? (
              <>
                {' '}
                · <a href={link(ADDRESSES.api)}>API</a>
              </>
            ) : null}
          </p>
        </footer>
      </body>
    </html>
  )
}

/** scripts that read in the page, and mark what they read; and what does the work of a server where none answers */
const READS: ReadonlySet<string> = new Set(['reader', 'checker'])
const ALONE = 'kept'

function Head({ frame }: { frame: Frame }) {
  const { link, origin, served } = useSetting()
  const { title, description, address, scripts = [], alternates = [], refresh, unlisted, picture } = frame
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{address === '/' ? title : `${title} · unwash`}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      {unlisted ? <meta name="robots" content="noindex" /> : null}
      {refresh ? (
        <noscript>
          <meta http-equiv="refresh" content={`${refresh.seconds}; url=${link(refresh.address)}`} />
        </noscript>
      ) : null}
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content="unwash" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {picture === undefined || origin === null ? null : (
        <>
          <meta property="og:image" content={`${origin}${picture}`} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {origin === null ? null : <link rel="canonical" href={`${origin}${address}`} />}
      {origin === null ? null : <meta property="og:url" content={`${origin}${address}`} />}
      <link rel="icon" type="image/svg+xml" href={link('/assets/icon.svg')} />
      <link rel="stylesheet" href={link(ADDRESSES.style)} />
      {scripts.some(name => READS.has(name)) ? <link rel="stylesheet" href={link(ADDRESSES.reading)} /> : null}
      {alternates.map(({ type, address: other }) => (
        <link key={other} rel="alternate" type={type} href={link(other)} />
      ))}
      {scripts
        .filter(name => !served || name !== ALONE)
        .map(name => (
          <script key={name} type="module" src={link(`/assets/${name}.js`)} />
        ))}
    </head>
  )
}

/** A page: what stands around it, and its content. */
export interface WebPage {
  readonly frame: Frame
  readonly content: VNode
}

/** A page as a document in HTML. */
export function setDocument({ frame, content }: WebPage, setting: PageSetting): string {
  const html = renderToString(
    <PageSetting value={setting}>
      <Leading>
        <Layout frame={frame}>{content}</Layout>
      </Leading>
    </PageSetting>,
  )
  return `<!doctype html>\n${html}\n`
}

/** The content of a page alone, as HTML: what a script puts where another was. */
export const contentOf = ({ content }: WebPage, setting: PageSetting): string =>
  renderToString(
    <PageSetting value={setting}>
      <Leading>{content}</Leading>
    </PageSetting>,
  )
