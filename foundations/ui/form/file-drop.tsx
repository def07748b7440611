import { Button, FileButton } from '@mantine/core'
import { type DragEvent, type ReactNode, useState } from 'react'
import styles from './file-drop.module.css'

interface FileDropProps {
  readonly title: string
  readonly action: string
  /** What may be given. */
  readonly children?: ReactNode
  readonly accept?: string
  readonly onFiles: (files: readonly File[]) => void
}

/** Takes files that are dropped, or chosen by the button inside. */
export function FileDrop({ title, action, children, accept, onFiles }: FileDropProps) {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) onFiles(files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      className={styles.drop}
      data-drop
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className={styles.title}>{title}</p>
      <FileButton onChange={onFiles} accept={accept} inputProps={{ 'aria-label': action }} multiple>
        {(props) => <Button {...props}>{action}</Button>}
      </FileButton>
      {children ? <div className={styles.text}>{children}</div> : null}
    </div>
  )
}
