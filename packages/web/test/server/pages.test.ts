import { beforeAll, describe, expect, test } from 'vitest'
import { EGRET, HERON, keepIn, serveTest, WREN } from './served.ts'

const NASTY = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&amp;</title>'
/** a clause that no quotation holds whole */
const LONG = `unless ${'the lab, or whoever it has named in writing for that purpose, '.repeat(12)}has said yes to it`
const server = await serveTest({
  heron: HERON,
  long: { ...HERON, LICENSE: HERON.LICENSE.replace('unless Marsh Lab has given you a license for it', LONG) },
  wren: WREN,
  nasty: {
    ...HERON,
    'README.md':
      `---\nlicense: other\nlicense_name: '${NASTY.replaceAll("'", "''")}'\nbase_model: ` +
      `'marsh/<b>base</b>'\n---\n\n# Heron\n\nHeron is an open-source model ${NASTY} by us.\n`,
    LICENSE:
      `${NASTY} LICENSE\n\n1. You may not use it above 10 million monthly active users ${NASTY}.\n2. You must ` +
      `display "Built with ${NASTY}".\n`,
    '<img src=x onerror=alert(3)>.md': `# ${NASTY}\n`,
    'model-"><script>alert(4)<.safetensors': 'x',
    'model.safetensors': 'x',
  },
})
const page = async (path: string) => {
  const response = await fetch(`${server.at}${path}`, { headers: { accept: 'text/html' } })
  return { status: response.status, type: response.headers.get('content-type'), html: await response.text() }
}
/** the addresses a page links to, of its own site */
const linksIn = (html: string) =>
  [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)]
    .map(([, address]) => (address ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"'))
    .filter(address => address.startsWith('/'))

beforeAll(async () => {
  for (const name of ['heron', 'wren', 'nasty', 'long'])
    expect(await server.audited(`path:${name}`)).toMatchObject({ status: 'done' })
})

describe('the page of a release', () => {
  test('says the verdict in its title and in a sentence, what is claimed, and how it is checked', async () => {
    const { html } = await page('/_/heron')
    expect(html).toMatch(/<p id="term"[^>]*><a[^>]*>Weights Available AI, not open source</)
    expect(html).toContain('<title>heron: Weights Available AI, not open source · unwash</title>')
    expect(html).toMatch(/<p class="lead">Up to 10M monthly active users you may /)
    expect(html).toMatch(/is an <mark>open-source<\/mark> language model/)
    expect(html).toContain('class="check bad">contradicted</strong>')
    expect(html).toContain('Would hold:')
  })

  test('shows each clause in all of its words, under topics to choose from', async () => {
    const { html } = await page('/_/heron')
    const bound = html.slice(html.indexOf('id="clauses"'), html.indexOf('id="take"'))
    expect(bound).toMatch(/value="scale"/)
    expect(bound).toMatch(/<li data-topics="[^"]*\bscale\b[^"]*"[^>]*>/)
    const said = bound.replace(/<[^>]+>/g, '')
    expect(said).toContain('unless Marsh Lab has given you a license for it')
  })

  test('answers no question otherwise than the clauses below it', async () => {
    const { html } = await page('/_/heron')
    const report = await (await fetch(`${server.at}/_/heron/report.json`)).json()
    for (const { answer, ask } of report.uses) {
      const column = { yes: 'Can', presumably: 'Can', if: 'If', no: 'Cannot', unknown: 'Not known' }[String(answer)]
      const at = html.toLowerCase().indexOf(`<strong>${ask.toLowerCase()}</strong>`)
      const head = [...html.slice(0, at).matchAll(/<h3>([^<]+)<\/h3>/g)].at(-1)?.[1]
      expect([ask, head]).toEqual([ask, column])
    }
    for (const [, kind] of html.matchAll(/class="small faint because">.*?href="#(clause-[\w.]+)"/g))
      expect(html).toContain(`id="${kind}"`)
  })

  test('links every place in a text that is kept to its line, where the words stand', async () => {
    const { html } = await page('/_/heron')
    const places = [...new Set(linksIn(html).filter(address => address.includes('/source/')))]
    expect(places.length).toBeGreaterThan(4)
    for (const place of places) {
      const [address = '', line] = place.split('#')
      const source = await page(address)
      expect(source.status).toBe(200)
      if (line) expect(source.html).toContain(` id="${line}">`)
    }
    const { html: source } = await page('/_/heron/source/LICENSE')
    expect(source).toMatch(/<li id="L6">(?:<span id="L6-L\d+"><\/span>)+[^<]*10 million/)
  })

  test('names a text that is not kept', async () => {
    const { status, html } = await page('/_/heron/source/docs/NONE.md')
    expect([status, html.includes('docs/NONE.md is not kept of this release')]).toEqual([404, true])
  })

  test('compares with the place of each answer, which leads to the release', async () => {
    const { html } = await page('/compare?release=heron&release=wren')
    const [, cells = ''] = /use it commercially<[\s\S]*?<td([\s\S]*?)<\/tr>/.exec(html) ?? []
    expect(cells.match(/href="\/_\/(?:heron|wren)#(?:can-i|clause-[^"]+)"/g)).toHaveLength(2)
    // what a server does needs no script
    expect(html).not.toContain('<script')
  })

  test('orders the kinds of clauses to filter by', async () => {
    const { html } = await page('/explore')
    const [, group = ''] = /<optgroup label="against: use">([\s\S]*?)<\/optgroup>/.exec(html) ?? []
    const named = [...group.matchAll(/>([^<]+)<\/option>/g)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(9)
    expect(named).toEqual(named.toSorted((one = '', other = '') => one.localeCompare(other)))
  })

  test('links places in the texts of another repository that was read with it, to their lines', async () => {
    await keepIn(server.shelf, EGRET)
    const links = linksIn((await page('/marsh/egret-1b')).html).filter(link => link.includes('/elsewhere/'))
    expect(links).toContainEqual(
      expect.stringMatching(/^\/marsh\/egret-1b\/elsewhere\/github\.com\/marsh\/egret\/LICENSE#L\d+(?:-L\d+)?$/),
    )
    for (const link of links) {
      const [address = '', line] = link.split('#')
      const { status, html } = await page(address)
      expect([link, status]).toEqual([link, 200])
      expect(html).toContain('Of https://github.com/marsh/egret, which the release names')
      if (line) expect(html).toContain(` id="${line}">`)
    }
    expect((await page('/marsh/egret-1b/elsewhere/github.com/marsh/egret/none')).status).toBe(404)
    const none = await page('/marsh/egret-1b/elsewhere/LICENSE')
    expect(none.status).toBe(404)
    expect(none.html).toContain('href="/marsh/egret-1b">Back to the release</a>')
  })

  test('gives every finding an address', async () => {
    const { html } = await page('/_/heron')
    const report = await (await fetch(`${server.at}/_/heron/report.json`)).json()
    for (const { id } of report.findings) expect(html).toContain(`id="${id}"`)
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g))
      expect(html).toContain(`id="${decodeURIComponent(anchor ?? '')}"`)
  })

  test('says what the terms mean for a use, without a script', async () => {
    const { html } = await page('/_/heron')
    expect(html).toContain('<form method="get" action="/_/heron#use"')
    const asked = await page('/_/heron?do=commercial&users=20%20000%20000')
    expect(asked.html).toContain('For a business with 20,000,000 users a month: ')
    expect(asked.html).toMatch(/<span class="bad">not allowed<\/span>/)
    expect(asked.html).toMatch(/<input type="checkbox" name="do" value="commercial" checked/)
    expect((await page('/_/heron?do=everything')).status).toBe(400)
  })

  test('is the same at an address with its revision, and is told from what was read last', async () => {
    const { shelf } = server
    const { report } = (await shelf.report('heron')) ?? {}
    if (!report) throw new Error('heron is not kept')
    const release = { ...report.release, name: 'marsh/heron', publisher: 'marsh', revision: 'abc123' }
    const kept = { run: 'test', target: 'marsh/heron', evidence: null, facts: {} }
    await shelf.put({ ...kept, report: { ...report, release } })
    await shelf.put({ ...kept, report: { ...report, release: { ...release, revision: 'def456' } } })
    expect((await page('/marsh/heron@abc123')).html).toContain('title="abc123"')
    expect((await page('/marsh/heron')).html).toContain('title="def456"')
    expect((await page('/marsh/heron@abd')).status).toBe(404)
    // without evidence nothing is linked that is not there
    expect(linksIn((await page('/marsh/heron')).html).filter(link => /\/source\/|evidence\.json/.test(link))).toEqual(
      [],
    )
  })

  test('is under 25 KB with all that it loads, in four requests', async () => {
    const { html } = await page('/_/heron')
    const loads = [...html.matchAll(/<(?:link rel="(?:icon|stylesheet)"|script|img)[^>]* (?:href|src)="([^"]+)"/g)]
    expect(loads).toHaveLength(3)
    const sizes = await Promise.all(
      ['/_/heron', '/assets/unwash.css', '/assets/icon.svg', '/assets/release.js'].map(async path => {
        const response = await fetch(`${server.at}${path}`, { headers: { 'accept-encoding': 'gzip' } })
        return Number(response.headers.get('content-length'))
      }),
    )
    expect(sizes.reduce((all, size) => all + size, 0)).toBeLessThan(25_000)
  })
})

/** a script of the site's own */
const OWN = /^<script type="module" src="\/assets\/[a-z]+\.js">$/

describe('foreign words', () => {
  test.each([
    '/_/nasty',
    '/_/nasty?do=commercial',
    '/_/nasty/source/README.md',
    '/_/nasty/source/LICENSE',
    '/explore',
    '/',
    '/compare?release=nasty&release=heron',
    '/compare?release=%3Cscript%3Ealert(1)%3C/script%3E',
    '/%3Cscript%3Ealert(1)%3C%2Fscript%3E/x',
    '/explore?name=%22%3E%3Cscript%3Ealert(1)',
  ])('%s shows them as text', async path => {
    const { html } = await page(path)
    const tags = (html.match(/<(?:script|img|b)\b[^>]*>/gi) ?? []).filter(tag => !OWN.test(tag))
    expect(tags).toEqual([])
    expect(html).not.toMatch(/<[^>]*\son\w+=/)
    // a drawing has titles of its own
    expect(html.split('<svg')[0]?.match(/<\/title>/g)).toHaveLength(1)
  })

  test('are text in the picture of a badge and in JSON too', async () => {
    const badge = await page('/_/nasty/badge.svg')
    expect(badge.html).not.toMatch(/<script|onerror/)
    expect((await page('/_/nasty/report.json')).type).toBe('application/json')
  })

  test('of an audit are text on the page that waits for it', async () => {
    const body = new URLSearchParams({ target: `path:${NASTY}` })
    const response = await fetch(`${server.at}/audits`, { method: 'POST', body, headers: { accept: 'text/html' } })
    expect(response.status).toBe(422)
    expect(await response.text()).not.toMatch(/<script|<img/)
  })
})

describe('asking in a form', () => {
  test('leads to a page that waits, and then to the release', async () => {
    const body = new URLSearchParams({ target: 'path:wren' })
    const begun = await fetch(`${server.at}/audits`, { method: 'POST', body, redirect: 'manual' })
    expect(begun.status).toBe(303)
    const waiting = begun.headers.get('location') ?? ''
    expect((await page(waiting)).html).toMatch(/<noscript><meta http-equiv="refresh" content="2; url=\/audits\/|<h1/)
    for (let status = 200; status === 200; ) {
      const response = await fetch(`${server.at}${waiting}`, { redirect: 'manual' })
      status = response.status
      if (status === 303) expect(response.headers.get('location')).toBe('/_/wren')
    }
  })

  test('opens the page of what was read, where its name alone is given', async () => {
    const body = new URLSearchParams({ target: ' heron ' })
    const opened = await fetch(`${server.at}/audits`, { method: 'POST', body, redirect: 'manual' })
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/_/heron'])
  })
})

describe('the first page, the table, and what stands beside a release', () => {
  test('begins with a sentence that a license contradicts', async () => {
    const { html } = await page('/')
    const hero = html.slice(html.indexOf('class="verdict"'), html.indexOf('</section>'))
    expect(hero).toMatch(/“<span lang="en">Heron [^<]*open-source[^<]*<\/span>” <strong class="bad">contradicted</)
    // what may be done in a sentence, and the way to what it rests on
    expect(hero).toMatch(
      /We read<.*<strong>Weights Available AI[^<]*<\/strong><div>.*Can, on conditions<\/span>: [a-z]/s,
    )
    expect((await page(/href="(\/_\/heron\/receipt\/[^"]+)"/.exec(hero)?.[1] ?? '')).status).toBe(200)
    // a day that is that of all is no column
    expect(html).not.toContain('data-label="read"')
  })

  test('has the rows of the table before its charts, which are folded', async () => {
    const { html } = await page('/explore')
    const folded = html.slice(html.indexOf('<summary>Charts'), html.indexOf('data-mount="explore"'))
    expect(folded).toMatch(/<\/details>\s*<form[^>]*$/)
    expect(folded).toContain('class="spread"')
    expect(html.slice(html.indexOf('data-mount="explore"'))).not.toContain('class="plot"')
  })

  test('names the license of weights of which not all was understood', async () => {
    const { rows } = await (await fetch(`${server.at}/api/v1/releases?name=heron`)).json()
    expect(rows[0].named_license).not.toBe('')
    const { html } = await page('/explore?name=heron')
    expect(html).toContain(rows[0].named_license)
  })

  test('has beside the verdict of each framework what decides it, and the figure of an index', async () => {
    const { html } = await page('/_/heron/frameworks')
    expect(html).toMatch(/>Open Source AI Definition<\/strong>: <span class="bad">no<\/span>\. [A-Z]/)
    expect(html).toMatch(/>European Open Source AI Index<\/strong>: <strong>[^<]*\d %/)
    expect(html).toContain('Model Openness Framework, as the Model Openness Tool computes it</strong>')
    expect(html).not.toMatch(/\((?:mot|strict)\)/)
  })

  test('gives the memo as a file with clauses as whole as on its page', async () => {
    const words = (text: string) => text.replace(/<[^>]*>|[>*_]/g, ' ').replace(/\s+/g, ' ')
    for (const file of ['memo', 'memo.md', 'memo.html'])
      expect(words(await (await fetch(`${server.at}/_/long/${file}`)).text()), file).toContain('has said yes to it.')
  })
})

describe('what is known', () => {
  test('is found without a script: what does not hold the words is hidden', async () => {
    const { html } = await page('/knowledge?find=llama+3.1')
    const shown = [...html.matchAll(/<li data-found="[^"]*"( hidden)?><a href="([^"]*)"/g)]
    const left = shown.filter(([, hidden]) => !hidden).map(([, , address]) => address)
    expect(left).toEqual(['/knowledge/license/llama3.1'])
    expect(shown.length).toBeGreaterThan(100)
    expect((await page('/glossary?find=openwashing')).html).toMatch(/id="openwashing" data-found[^>]*><dt>/)
  })

  test('of a license has what one may do, and each clause in our words beside its own', async () => {
    const { html } = await page('/knowledge/license/cc-by-nc-4.0')
    expect(html).toMatch(/You may not use it commercially.*Non-commercial only/s)
    expect(html).toMatch(/Its clauses.*Commercial use of the model[^<]*<span class="faint">“…/s)
    // which text a name without its version means is not known
    expect((await page('/knowledge/license/llama-community')).html).not.toContain('May I')
  })
})

describe('the whole site', () => {
  test('finds what was read by a part of its name: one is opened, several are listed', async () => {
    const find = async (target: string) => {
      const body = new URLSearchParams({ target })
      const { headers } = await fetch(`${server.at}/audits`, { method: 'POST', body, redirect: 'manual' })
      return headers.get('location')
    }
    expect(await find('WRE')).toBe('/_/wren')
    expect(await find('r')).toBe('/explore?name=r')
    expect(await find('nothing-such')).toBeNull()
  })

  test('sends every page with the policy, and asks nobody else for anything', async () => {
    for (const path of ['/', '/read', '/check', '/explore', '/knowledge', '/_/heron', '/nothing/here']) {
      const response = await fetch(`${server.at}${path}`, { headers: { accept: 'text/html' } })
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('unsafe-inline')
      const html = await response.text()
      expect(html).not.toMatch(/<style|\sstyle=|<(?:link|script|img)[^>]*(?:href|src)="https?:/)
    }
  })

  test('says so where a page is not there, and offers to read what may be a release', async () => {
    const { status, html } = await page('/marsh/unknown')
    expect(status).toBe(404)
    expect(html).toContain('value="marsh/unknown"')
  })

  test('leads on from trouble, and keeps what was asked for', async () => {
    const { html } = await page('/nothing/here/at/all')
    expect(linksIn(html)).toEqual(expect.arrayContaining(['/', '/explore', '/knowledge']))
    const body = new URLSearchParams({ target: 'no such thing' })
    const refused = await fetch(`${server.at}/audits`, { method: 'POST', body, headers: { accept: 'text/html' } })
    expect(await refused.text()).toContain('value="no such thing"')
  })

  test('has its pages also where a site of files has them, with a slash', async () => {
    for (const path of ['/explore/?name=heron', '/_/heron/', '/knowledge/license/mit/']) {
      const answer = await fetch(server.at + path, { redirect: 'manual' })
      expect([path, answer.status]).toEqual([path, 301])
      expect((await fetch(server.at + path)).status).toBe(200)
    }
    expect((await fetch(`${server.at}/explore/?name=heron`)).url).toBe(`${server.at}/explore?name=heron`)
  })

  test('gives the table as CSV and JSON, for what is asked of it, and each plot as a picture', async () => {
    const csv = (await (await fetch(`${server.at}/explore/table/releases.csv?claim=contradicted`)).text()).split('\r\n')
    expect(csv[0]).toMatch(/^name,publisher,.*,page$/)
    expect(csv.slice(1, -1).map(line => line.split(',')[0])).toContain('heron')
    expect(csv.join()).not.toContain('wren')
    // what goes too far is counted apart, here as in the API
    const { rows: told } = await (await fetch(`${server.at}/api/v1/releases?name=heron`)).json()
    const row = Object.fromEntries(csv[0]?.split(',').map((name, at) => [name, csv[1]?.split(',')[at]]) ?? [])
    expect(told[0]).toMatchObject({ contradicted: 1, goes_too_far: 0 })
    expect(Object.keys(row)).toEqual(expect.arrayContaining(['contradicted', 'goes_too_far']))
    const claims = await (await fetch(`${server.at}/explore/table/claims.csv?name=heron`)).text()
    expect(claims).toMatch(/^release,revision,term,kind,stands,words,sentence,file,line,/)
    expect(claims).toMatch(/\r\nheron,[^,]*,[^,]*,open-source,contradicted,open-source,[^\r]*,README\.md,\d+,en,/)
    expect(claims).toContain('/_/heron/receipt/')
    expect(claims).not.toContain('wren')
    const rows = await (await fetch(`${server.at}/explore/table/releases.json`)).json()
    expect(rows.map(({ name }: { name: string }) => name)).toContain('wren')
    const { html } = await page('/explore')
    const pictures = linksIn(html).filter(link => link.includes('/explore/chart/'))
    expect(pictures.length).toBeGreaterThan(3)
    for (const picture of pictures) {
      const drawn = await page(picture)
      expect([picture, drawn.type]).toEqual([picture, 'image/svg+xml'])
      expect(drawn.html).toMatch(/^<svg[^>]* width="\d+" height="\d+"/)
    }
    expect((await page('/explore/chart/nothing.svg')).status).toBe(404)
  })

  test('answers from what the browser has, where that is still the same', async () => {
    const first = await fetch(`${server.at}/knowledge`)
    const etag = first.headers.get('etag') ?? ''
    expect((await fetch(`${server.at}/knowledge`, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })
})
