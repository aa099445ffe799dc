import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Read } from '../messages.ts'

/** What was read here, as a page would show it. Nothing of it is kept: what leads to more of a release is not there. */
export function Local({ read: { is, page } }: { read: Read }) {
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
