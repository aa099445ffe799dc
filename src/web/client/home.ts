import { leaveText } from './given/handed.ts'

/** Lets a text be pasted on the first page: it is left for the tool that is chosen, which reads it in its own page. */
function enliven(form: HTMLFormElement): void {
  const field = form.querySelector('textarea')
  if (!field) return
  form.hidden = false
  for (const link of document.querySelectorAll<HTMLElement>('[data-without="paste"]')) link.hidden = true
  form.addEventListener('submit', event => {
    event.preventDefault()
    const address = event.submitter?.dataset.to
    if (address === undefined) return
    if (field.value.trim() !== '') leaveText(field.value)
    location.assign(address)
  })
}

const form = document.querySelector<HTMLFormElement>('form[data-mount="paste"]')
if (form) enliven(form)
