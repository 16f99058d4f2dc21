/** A limited company (group 5), whose third digit is at least 2, with a right check digit. One for each index below eight million. */
export function companyNumberOf(index: number): string {
  const body = `55${2 + (Math.floor(index / 1_000_000) % 8)}${String(index % 1_000_000).padStart(6, '0')}`;
  return `${body}${checkDigit(body)}`;
}

/** Luhn: every other digit from the first counts double, the digits of the products are added. */
function checkDigit(body: string): number {
  const sum = Array.from(body, Number).reduce((total, digit, index) => {
    const weighted = digit * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(weighted / 10) + (weighted % 10);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
