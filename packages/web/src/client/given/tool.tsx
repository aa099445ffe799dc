import { render } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ask } from '../ask.ts'
import { hereIn, saveAs } from '../here.ts'
import { lightCurrent } from '../marked/current.ts'
import { AS, type As, type Pick, type Read, type SentText } from '../messages.ts'
import { withoutPdf } from '../pdf/text.ts'
import { Against, type KeptReport } from './against.tsx'
import { GivenField } from './given.tsx'
import { linkTo, textIn } from './link.ts'

/** What was read here, as a page would show it. Nothing of it is kept: what leads to more of a release is not there. */
function Local({ read: { is, page } }: { read: Read }) {
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = root.current
    if (!place) return
    // the worker set it, with every word of others escaped
    place.innerHTML = page.html
    const own = document.querySelectorAll<HTMLElement>(is === 'release' ? 'main > h1, main > .lead' : 'main > .lead')
    for (const one of own) one.hidden = true
    const back = () => {
      for (const one of own) one.hidden = false
    }
    if (is !== 'release') return back
    for (const gone of place.querySelectorAll('.actions, form, .kept')) gone.remove()
    for (const link of place.querySelectorAll<HTMLAnchorElement>('a[href]'))
      if (link.hash === '' || link.pathname !== location.pathname)
        if (decodeURI(link.pathname).includes(decodeURI(page.address))) link.replaceWith(...link.childNodes)
    place.querySelector('h1')?.scrollIntoView()
    return back
  }, [page])
  return <div ref={root} class={is === 'release' ? 'local' : 'read'} />
}

/** Where the reading of what was given stands. */
type Stage =
  | { readonly is: 'empty' }
  | { readonly is: 'reading' }
  | { readonly is: 'read'; readonly read: Read; readonly milliseconds: number }
  | { readonly is: 'failed'; readonly why: string }

/** What was given, and as what it is read. */
interface Offered {
  readonly files: readonly SentText[]
  readonly as: As
}

/** the ways something can be read, and what they are called */
const WAYS = { license: 'a license', claims: 'an announcement or a card', release: 'a release' } as const

/** Takes anything and shows what was read. Nothing of it leaves the page. */
function Tool({ checks, first }: { checks: boolean; first: readonly SentText[] }) {
  const [picks, setPicks] = useState<readonly Pick[] | null>(null)
  const [asked, setAsked] = useState<Offered>({ files: first, as: 'any' })
  const [of, setOf] = useState<KeptReport | null>(null)
  const [stage, setStage] = useState<Stage>({ is: 'empty' })
  const root = useRef<HTMLDivElement>(null)
  const ready = useRef(false)
  const use = () => {
    if (ready.current) return
    ready.current = true
    ask('picks', null).then(
      ({ answered }) => setPicks(answered),
      () => {
        ready.current = false
      },
    )
  }
  useEffect(() => {
    void textIn(location.hash).then(
      given => given && setAsked({ files: [given.sent], as: given.as }),
      () => setStage({ is: 'failed', why: 'The text in this address was cut or changed on its way: paste it here.' }),
    )
    return whenIdle(use)
  }, [])
  // what was given last is what is shown
  useEffect(() => {
    const { files, as } = asked
    if (files.length === 0) return setStage({ is: 'empty' })
    let late = false
    setStage({ is: 'reading' })
    Promise.all(files.length > PDFS ? files : files.map(withoutPdf))
      .then(opened => ask('given', { files: opened, as, checks, of, here: hereIn() }))
      .then(
        ({ answered, milliseconds }) => ({ is: 'read' as const, read: answered, milliseconds }),
        error => ({ is: 'failed' as const, why: error instanceof Error ? error.message : String(error) }),
      )
      .then(next => {
        if (!late) setStage(next)
      })
    return () => {
      late = true
    }
  }, [asked, of])
  useEffect(() => {
    if (stage.is !== 'read' || !root.current) return
    root.current.querySelector<HTMLElement>('.identity h2')?.focus({ preventScroll: true })
    return lightCurrent(root.current)
  }, [stage])
  const clear = () => {
    setAsked({ files: [], as: 'any' })
    setStage({ is: 'empty' })
    // the button that had the focus is gone
    requestAnimationFrame(() => root.current?.querySelector('textarea')?.focus())
  }
  return (
    <div ref={root} class="reader">
      {checks || (stage.is === 'read' && stage.read.is === 'claims') ? <Against kept={of} onKept={setOf} /> : null}
      <p role="status" class={`status ${stage.is}`}>
        {stage.is === 'failed' && stage.why}
        {stage.is === 'reading' && 'Reading …'}
        {stage.is === 'read' &&
          `Read here in ${Math.max(1, Math.round(stage.milliseconds))} ms; nothing of it was sent.`}
      </p>
      {stage.is === 'read' ? (
        <>
          <Actions asked={asked} read={stage.read} onClear={clear} onAsk={setAsked} />
          <Local read={stage.read} />
        </>
      ) : (
        <GivenField onUse={use} onFiles={files => setAsked({ files, as: 'any' })}>
          <label class="pick">
            or a license that is known
            <select
              onChange={event => {
                const { value } = event.currentTarget
                if (value !== '')
                  void ask('text', value).then(({ answered }) => setAsked({ files: [answered], as: 'license' }))
              }}
            >
              <option value="">{picks === null ? 'choose …' : `${picks.length} licenses`}</option>
              {picks?.map(({ id, name }) => (
                <option key={id} value={id}>
                  {id}: {name}
                </option>
              ))}
            </select>
          </label>
        </GivenField>
      )}
    </div>
  )
}

/** of more files than that the PDFs are left to the reading of a release, which tells that they were not read */
const PDFS = 20

/** What can be done with what was read: another text, another way to read it, a link to it, and a file of it. */
function Actions(props: { asked: Offered; read: Read; onClear: () => void; onAsk: (asked: Offered) => void }) {
  const { asked, read, onClear, onAsk } = props
  const [says, setSays] = useState('')
  const [text] = asked.files.length === 1 && read.is !== 'release' ? asked.files : []
  const copy = async (sent: SentText) => {
    const link = await linkTo(sent, read.is === 'nothing' ? 'license' : read.is)
    if (link === null) return setSays('It is too long for a link.')
    history.replaceState(null, '', link)
    await navigator.clipboard.writeText(location.href).catch(() => {})
    setSays('The link holds the text; it is in the address of this page, too.')
  }
  const take = async (format: string) => {
    const { answered } = await ask('save', format)
    const copied = await navigator.clipboard.writeText(answered.content).then(
      () => true,
      () => false,
    )
    setSays(copied ? `Copied as ${FORMAT_NAMES[format] ?? format}.` : 'This browser lets nothing be copied: save it.')
  }
  return (
    <div class="ways actions">
      <button type="button" onClick={onClear}>
        Read another text
      </button>
      <Choice
        label="Read it as"
        choices={Object.entries(WAYS).filter(([way]) => way !== read.is)}
        onChoose={way => onAsk({ files: asked.files, as: AS.find(one => one === way) ?? 'any' })}
      />
      {text && (
        <button type="button" class="second" onClick={() => void copy(text)}>
          Copy a link
        </button>
      )}
      <Choice
        label="Save it as"
        choices={read.formats.map(format => [format, FORMAT_NAMES[format] ?? format])}
        onChoose={format => void ask('save', format).then(({ answered }) => saveAs(answered.name, answered.content))}
      />
      <Choice
        label="Copy it as"
        choices={read.formats
          .filter(format => COPIED.includes(format))
          .map(format => [format, FORMAT_NAMES[format] ?? format])}
        onChoose={format => void take(format)}
      />
      <span aria-live="polite" class="small faint">
        {says}
      </span>
    </div>
  )
}

/** formats that are pasted elsewhere */
const COPIED: readonly string[] = ['markdown', 'json']

/** what formats are called by people */
const FORMAT_NAMES: Readonly<Record<string, string>> = {
  json: 'JSON',
  markdown: 'Markdown',
  'memo-html': 'a memo for counsel',
  cyclonedx: 'CycloneDX ML-BOM',
  spdx: 'SPDX 3 BOM',
  sarif: 'SARIF',
}

/** A choice that does something at once, and is open again after it. */
function Choice(props: {
  label: string
  choices: readonly (readonly [id: string, words: string])[]
  onChoose: (id: string) => void
}) {
  const { label, choices, onChoose } = props
  return (
    <select
      aria-label={label}
      value=""
      onChange={event => {
        const { value } = event.currentTarget
        event.currentTarget.value = ''
        if (value !== '') onChoose(value)
      }}
    >
      <option value="">{label} …</option>
      {choices.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  )
}

/**
 * Does it when the page has nothing else to do: whoever opens a tool is about to use it. Where data is to be saved,
 * with the first use.
 */
function whenIdle(work: () => void): () => void {
  if ((navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData) return () => {}
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, 200)
    return () => clearTimeout(timer)
  }
  const idle = requestIdleCallback(work)
  return () => cancelIdleCallback(idle)
}

/** Puts the tool where the server left room for it, in place of what it says to those without script. */
export function openIn(root: HTMLElement, files: readonly SentText[] = []): void {
  root.replaceChildren()
  render(<Tool checks={root.dataset.as === 'claims'} first={files} />, root)
}

const place = document.querySelector<HTMLElement>('[data-mount="reader"]')
if (place) openIn(place)
