'use client'
import { type ReactNode, useEffect, useRef } from 'react'

/** What has just been done, said once and given the focus, so that nobody has to look for it. `said` tells two apart. */
export function Notice({ said, children }: { said: string; children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (said !== '') box.current?.focus()
  }, [said])
  return (
    <div ref={box} role="status" tabIndex={-1} className="notice">
      <strong>{said}</strong> {children}
    </div>
  )
}
