import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import type { SentText } from '../messages.ts'

/** What a text without a file is called. */
export const PASTED = 'pasted text'

/** typing is waited out for so long, in milliseconds; what is pasted is read at once */
const TYPING = 350

/** A field that reads what is pasted into it at once, and takes files that are dropped on it. */
export function Given(props: {
  label: string
  /** the reader is about to be used */
  onUse: () => void
  onTexts: (texts: readonly SentText[]) => void
  /** more ways to give a text */
  children?: ComponentChildren
}) {
  const { label, onUse, onTexts, children } = props
  const [over, setOver] = useState(false)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const files = useRef<HTMLInputElement>(null)
  const [field, help] = [useId(), useId()]
  const read = (content: string, wait: number) => {
    clearTimeout(typing.current)
    if (content.trim() !== '') typing.current = setTimeout(() => onTexts([{ path: PASTED, content }]), wait)
  }
  const open = async (list: FileList | null | undefined) => {
    const texts = await Promise.all(
      [...(list ?? [])].map(async file => ({ path: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
    )
    if (texts.length > 0) onTexts(texts)
  }
  return (
    <fieldset
      aria-label={label}
      class={over ? 'given dragged' : 'given'}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
        onUse()
      }}
      onFocusIn={onUse}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        void open(event.dataTransfer?.files)
      }}
    >
      <label for={field}>{label}</label>
      <textarea
        id={field}
        aria-describedby={help}
        rows={9}
        spellcheck={false}
        autocomplete="off"
        onInput={event => {
          onUse()
          read(event.currentTarget.value, event.inputType === 'insertFromPaste' ? 0 : TYPING)
        }}
      />
      <p id={help} class="hint">
        Paste it, or drop a file here. It is read in this page and goes nowhere.
      </p>
      <div class="ways">
        <input
          ref={files}
          type="file"
          multiple
          hidden
          onChange={event => {
            void open(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
        <button type="button" onClick={() => files.current?.click()}>
          Open a file
        </button>
        {children}
      </div>
    </fieldset>
  )
}
