/** an event names how far the audit is; what it waits for is said in its data */
interface ToldProgress {
  readonly says?: string
  readonly address?: string
}

/** after so long without the server the page is loaded again, in milliseconds */
const AGAIN = 5_000

/** Shows the steps of an audit as the server tells them, and leads to the release when it is done. */
function follow(steps: HTMLElement, events: string): void {
  const source = new EventSource(events)
  const told = (event: Event): ToldProgress =>
    event instanceof MessageEvent ? (JSON.parse(event.data) as ToldProgress) : {}
  const step = (event: Event) => {
    const { says } = told(event)
    if (says === undefined || says === steps.lastElementChild?.textContent) return
    const item = document.createElement('li')
    item.textContent = says
    for (const before of steps.querySelectorAll('[aria-current]')) before.removeAttribute('aria-current')
    item.setAttribute('aria-current', 'step')
    steps.append(item)
  }
  source.addEventListener('waiting', step)
  source.addEventListener('reading', step)
  source.addEventListener('done', event => {
    source.close()
    location.replace(told(event).address ?? location.href)
  })
  source.addEventListener('failed', () => {
    source.close()
    // the server says why on the same page
    location.reload()
  })
  source.addEventListener('error', () => {
    // a browser tries again by itself, but for what was refused
    if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), AGAIN)
  })
}

const steps = document.querySelector<HTMLElement>('[data-mount="audit"]')
const events = steps?.dataset.events
if (steps && events) follow(steps, events)
