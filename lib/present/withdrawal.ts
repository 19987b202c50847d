import type { ClaimRecord, VerdictVersionView } from '@/lib/domain/record'

/** Whether the verdict of this claim stands no more. */
export const isWithdrawn = ({ verdict, versions: [latest] }: Pick<ClaimRecord, 'verdict' | 'versions'>): boolean =>
  latest?.isWithdrawal === true || verdict?.state === 'withdrawn'

/** When it was withdrawn and what was wrong with it; null while it stands, or when nobody wrote why. */
export const withdrawalOf = ({
  versions: [latest],
}: Pick<ClaimRecord, 'versions'>): VerdictVersionView['correction'] => (latest?.isWithdrawal ? latest.correction : null)
