import { filesDropped } from './given/files.ts'
import type { SentText } from './messages.ts'

/** longer is a text and no name of a release; so are more words, or a sentence */
const LONGEST_NAME = 500
const NAME_WORDS = /^\S+(?: [\w.-]*\w){0,2}$/

/** Lets the field of the first page take texts and files too: they are read in place of what stands there. */
function enliven(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const flip = (name: string, hidden: boolean) => {
    for (const one of form.querySelectorAll<HTMLElement>(`[data-${name}="anything"]`)) one.hidden = hidden
  }
  flip('without', true)
  flip('with', false)
  const read = async (files: readonly SentText[]) => {
    if (files.length === 0) return
    const { openIn } = await import('./given/tool.tsx')
    const place = document.createElement('div')
    for (const one of [...(form.parentElement?.children ?? [])]) if (one !== place) one.remove()
    document.querySelector('main')?.append(place)
    openIn(place, files)
  }
  const isName = () => {
    const text = field.value.trim()
    return text.length <= LONGEST_NAME && NAME_WORDS.test(text)
  }
  form.addEventListener('submit', event => {
    if (isName()) {
      // as names are written
      field.value = field.value.trim().replaceAll(' ', '-')
      return
    }
    event.preventDefault()
    void read([{ path: 'pasted text', content: field.value }])
  })
  field.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || !isName()) return
    event.preventDefault()
    form.requestSubmit()
  })
  form.addEventListener('dragover', event => {
    event.preventDefault()
    form.classList.add('dragged')
  })
  form.addEventListener('dragleave', () => form.classList.remove('dragged'))
  form.addEventListener('drop', event => {
    event.preventDefault()
    if (event.dataTransfer) void filesDropped(event.dataTransfer).then(read)
  })
}

const form = document.querySelector<HTMLFormElement>('form[data-mount="anything"]')
const field = form?.querySelector('textarea')
if (form && field) enliven(form, field)
