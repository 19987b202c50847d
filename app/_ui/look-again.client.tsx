'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const LOOK_MS = 2_000

/** Looks again for as long as something runs, so that its bar moves. */
export function LookAgain() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), LOOK_MS)
    return () => clearInterval(timer)
  }, [router])
  return null
}
