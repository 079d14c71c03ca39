package dev.fanout.load;

import org.jspecify.annotations.Nullable;

/** Idle slots, the last used on top: few connections stay warm instead of all staying tepid. */
final class SlotStack {
  private final @Nullable Slot[] slots;
  private int size;

  SlotStack(int capacity) {
    slots = new Slot[capacity];
  }

  void push(Slot slot) {
    slots[size++] = slot;
  }

  @Nullable Slot pop() {
    if (size == 0) {
      return null;
    }
    Slot top = slots[--size];
    slots[size] = null;
    return top;
  }

  /** Linear; for the rare connection that ends while idle. */
  void remove(Slot slot) {
    for (int i = 0; i < size; i++) {
      if (slots[i] == slot) {
        System.arraycopy(slots, i + 1, slots, i, size - i - 1);
        slots[--size] = null;
        return;
      }
    }
  }
}
