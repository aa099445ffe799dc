/** Shows of a long list what holds the words that are typed; headings over nothing go with what stood below them. */
function enliven(field: HTMLInputElement): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-found]')]
  field.closest('search')?.removeAttribute('hidden')
  const says = field.closest('search')?.querySelector('[role=status]')
  field.form?.addEventListener('submit', event => event.preventDefault())
  const look = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean)
    for (const item of items) {
      const text = `${item.textContent} ${item.dataset.found}`.toLowerCase()
      item.hidden = !words.every(word => text.includes(word))
    }
    for (const list of document.querySelectorAll<HTMLElement>('[data-list]'))
      list.hidden = list.querySelector('[data-found]:not([hidden])') === null
    if (says) says.textContent = words.length === 0 ? '' : `${items.filter(({ hidden }) => !hidden).length} found`
  }
  field.addEventListener('input', look)
  if (field.value !== '') look()
}

const field = document.querySelector<HTMLInputElement>('search input[data-mount="find"]')
if (field) enliven(field)
