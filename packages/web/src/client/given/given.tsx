import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import type { SentText } from '../messages.ts'
import { filesDropped, filesIn } from './files.ts'

/** What a text without a file is called. */
const PASTED = 'pasted text'

/** typing is waited out for so long, in milliseconds; what is pasted is read at once */
const TYPING = 350

/** A field that reads what is pasted into it at once, and takes files and folders that are dropped on it. */
export function GivenField(props: {
  /** the reader is about to be used */
  onUse: () => void
  onFiles: (files: readonly SentText[]) => void
  /** more ways to give a text */
  children?: ComponentChildren
}) {
  const { onUse, onFiles, children } = props
  const [over, setOver] = useState(false)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [field, help] = [useId(), useId()]
  const read = (content: string, wait: number) => {
    clearTimeout(typing.current)
    if (content !== '') typing.current = setTimeout(() => onFiles([{ path: PASTED, content }]), wait)
  }
  const open = (files: readonly SentText[]) => {
    if (files.length > 0) onFiles(files)
  }
  return (
    <fieldset
      aria-label="What to read"
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
        if (event.dataTransfer) void filesDropped(event.dataTransfer).then(open)
      }}
    >
      <label for={field}>A license, a model card or an announcement</label>
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
        Paste it, or drop a file, a folder, a zip, a saved report or evidence here. It is read in this page and goes
        nowhere.
      </p>
      <div class="ways">
        <Opener label="Open a file" onOpen={open} />
        <Opener label="Open a folder" onOpen={open} folder />
        {children}
      </div>
    </fieldset>
  )
}

/** A button that opens files, or a folder. */
function Opener(props: { label: string; folder?: true; onOpen: (files: readonly SentText[]) => void }) {
  const { label, folder, onOpen } = props
  const files = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        {...(folder ? { webkitdirectory: true } : {})}
        onChange={event => {
          onOpen(filesIn(event.currentTarget.files))
          event.currentTarget.value = ''
        }}
      />
      <button type="button" onClick={() => files.current?.click()}>
        {label}
      </button>
    </>
  )
}
