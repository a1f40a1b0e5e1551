import { expect, test } from 'vitest';
import { readCommand } from '../../src/chat/commands.ts';

test('commands are read in either language, with the name of the bot behind them or without', () => {
  expect(readCommand('/keranjang', [])).toEqual({ do: 'show-cart' });
  expect(readCommand(' /Cart@gerai_bot ', [])).toEqual({ do: 'show-cart' });
  expect(readCommand('/pesanan', [])).toEqual({ do: 'my-orders' });
  expect(readCommand('/pesanan', [{ role: 'staff', unitId: 1, name: 'Bu Rina' }])).toEqual({
    do: 'open-parts',
  });
});

test.each(['/constructor', '/__proto__', '/hasownproperty', '/nonsense'])('%s is no command', (text) => {
  expect(readCommand(text, [])).toBeUndefined();
});

test('the cart and the way out of it need no stroke, and other words are no command', () => {
  expect(readCommand('Keranjang', [])).toEqual({ do: 'show-cart' });
  expect(readCommand('checkout', [])).toEqual({ do: 'checkout' });
  for (const text of ['keranjang anyaman ada?', 'constructor', 'halo'])
    expect(readCommand(text, [])).toBeNull();
});
