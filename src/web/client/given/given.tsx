import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import type { SentText } from '../messages.ts'

/** Where a text is pasted, dropped or opened. */
export interface GivenProps {
  readonly label: string
  readonly hint: string
  /** what a pasted text is called */
  readonly path: string
  readonly text: string
  /** the reader is about to be used */
  readonly onUse: () => void
  readonly onTexts: (texts: readonly SentText[]) => void
  /** more ways to give one */
  readonly children?: ComponentChildren
}

/** typing is waited out for so long, in milliseconds; what is pasted is read at once */
const TYPING = 350

/** A field that reads what is pasted into it at once, and takes files that are dropped on it. */
export function Given({ label, hint, path, text, onUse, onTexts, children }: GivenProps) {
  const [over, setOver] = useState(false)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const files = useRef<HTMLInputElement>(null)
  const [field, help] = [useId(), useId()]
  const read = (content: string, wait: number) => {
    clearTimeout(typing.current)
    if (content.trim() !== '') typing.current = setTimeout(() => onTexts([{ path, content }]), wait)
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
        defaultValue={text}
        onInput={event => {
          onUse()
          read(event.currentTarget.value, event.inputType === 'insertFromPaste' ? 0 : TYPING)
        }}
      />
      <p id={help} class="hint">
        {hint}
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
