package dev.fanout.load;

/** Slots that wait for a moment, the next one due on top; a binary heap that never grows. */
final class DueHeap {
  private final Slot[] slots;
  private int size;

  DueHeap(int capacity) {
    slots = new Slot[capacity];
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** {@link Slot#dueNanos} of the slot on top; Long.MAX_VALUE of none. */
  long nextDueNanos() {
    return size == 0 ? Long.MAX_VALUE : slots[0].dueNanos;
  }

  /** The slot's due time must not change until it is polled. */
  void add(Slot slot) {
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (slots[parent].dueNanos <= slot.dueNanos) {
        break;
      }
      slots[at] = slots[parent];
      at = parent;
    }
    slots[at] = slot;
  }

  /** Must not be empty. */
  Slot poll() {
    Slot top = slots[0];
    Slot moved = slots[--size];
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && slots[child + 1].dueNanos < slots[child].dueNanos) {
        child++;
      }
      if (moved.dueNanos <= slots[child].dueNanos) {
        break;
      }
      slots[at] = slots[child];
      at = child;
    }
    slots[at] = moved;
    return top;
  }

  void clear() {
    size = 0;
  }
}
