/** Lights up all parts of the mark that the address points to, or that is under the pointer; returns what ends it. */
export function lightCurrent(root: HTMLElement): () => void {
  const light = (mark: string | null) => {
    for (const one of root.querySelectorAll('.current')) one.classList.remove('current')
    if (mark === null) return
    for (const one of root.querySelectorAll(`[data-marks~="${mark}"], [data-note="${mark}"]`))
      one.classList.add('current')
  }
  const pointed = () => light(/^#(?:mark|note)-(\d{1,6})$/.exec(location.hash)?.[1] ?? null)
  const over = ({ target }: Event) => {
    const near = target instanceof Element ? target.closest<HTMLElement>('[data-note], .chip') : null
    const mark = near?.dataset.note ?? (near?.id.startsWith('mark-') ? near.id.slice('mark-'.length) : undefined)
    if (mark !== undefined) light(mark)
  }
  addEventListener('hashchange', pointed)
  root.addEventListener('pointerover', over)
  root.addEventListener('focusin', over)
  pointed()
  return () => {
    removeEventListener('hashchange', pointed)
    root.removeEventListener('pointerover', over)
    root.removeEventListener('focusin', over)
  }
}
