package dev.fanout.expressions.runtime.json;

import dev.fanout.expressions.ExpressionFailure;
import dev.fanout.expressions.runtime.Failures;
import dev.fanout.expressions.runtime.Fence;
import dev.fanout.expressions.runtime.Sequences;
import dev.fanout.expressions.runtime.collections.ClrListLike;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * {@code JContainer}: a token with children, which it owns: a token that has a parent is copied.
 */
public abstract class JContainer extends JToken implements ClrListLike {
  private static final int STEPS_OF_A_TOKEN = 4;

  /** Counts changes, so that an enumeration sees them. */
  int version;

  JContainer() {}

  @Override
  public abstract int count();

  abstract JToken get(int index);

  /** By identity; -1 for what is no child. */
  public abstract int indexOf(@Nullable JToken item);

  /** Only the list itself; links and checks are made here. */
  abstract void listInsert(int index, JToken item);

  abstract void listSet(int index, JToken item);

  abstract void listRemove(int index);

  abstract void listClear();

  /** Fails for what cannot stand here; {@code existing} is about to be replaced. */
  void check(JToken item, @Nullable JToken existing) {
    if (item instanceof JProperty) {
      throw cannotAdd(item);
    }
  }

  final ExpressionFailure cannotAdd(JToken item) {
    return Failures.argument("Can not add " + item.className() + " to " + className() + ".", null);
  }

  abstract void mergeItem(Object content);

  @Override
  public final boolean hasValues() {
    return count() > 0;
  }

  @Override
  public final @Nullable JToken first() {
    return count() > 0 ? get(0) : null;
  }

  @Override
  public final @Nullable JToken last() {
    return count() > 0 ? get(count() - 1) : null;
  }

  @Override
  public final JEnumerable children() {
    return JEnumerable.ofChildren(this);
  }

  @Override
  public final Object values(String typeName) {
    return TokenWalks.converted(this, typeName);
  }

  public final Object descendants() {
    return TokenWalks.descendants(this, false);
  }

  public final Object descendantsAndSelf() {
    return TokenWalks.descendants(this, true);
  }

  /** A failure when the container changes meanwhile. */
  final Iterator<JToken> liveIterator() {
    return new Iterator<>() {
      private final int started = version;
      private int index;

      @Override
      public boolean hasNext() {
        if (version != started) {
          throw Failures.invalidOperation(
              "Collection was modified; enumeration operation may not execute.");
        }
        return index < count();
      }

      @Override
      public JToken next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return get(index++);
      }
    };
  }

  @Override
  public void add(@Nullable Object content) {
    addContent(count(), content);
  }

  @Override
  public JToken item(int index) {
    if (index < 0 || index >= count()) {
      throw noIndex();
    }
    return get(index);
  }

  static RuntimeException noIndex() {
    return Failures.outOfRange(
        "Index was out of range. Must be non-negative and less than the size of the collection.",
        "index");
  }

  @Override
  public void setItem(int index, @Nullable Object value) {
    replaceItemAt(index, (JToken) value);
  }

  @Override
  public int indexOf(@Nullable Object item) {
    return indexOf((JToken) item);
  }

  @Override
  public void insert(int index, @Nullable Object item) {
    insertItem(index, (JToken) item);
  }

  @Override
  public void removeAt(int index) {
    removeItemAt(index);
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return indexOf((JToken) item) >= 0;
  }

  @Override
  public boolean remove(@Nullable Object item) {
    return removeItem((JToken) item);
  }

  @Override
  public void clear() {
    clearItems();
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    return TokenWalks.objects(liveIterator());
  }

  public final void addFirst(@Nullable Object content) {
    addContent(0, content);
  }

  final void addContent(int index, @Nullable Object content) {
    if (content instanceof Object[] items) {
      for (int i = 0; i < items.length; i++) {
        addContent(index + i, items[i]);
      }
    } else if (content != null && isMultiple(content)) {
      int at = index;
      Iterator<?> items = Sequences.iterator(content);
      while (items.hasNext()) {
        addContent(at++, items.next());
      }
    } else {
      insertItem(index, tokenOf(content));
    }
  }

  /** A sequence, whose items are added one by one. */
  static boolean isMultiple(@Nullable Object content) {
    return content != null
        && !(content instanceof JToken)
        && !(content instanceof String)
        && !(content instanceof byte[])
        && JsonSerializer.isSequence(content);
  }

  static JToken tokenOf(@Nullable Object content) {
    return content instanceof JToken token ? token : JValue.create(content);
  }

  /** A copy of what has a parent or would contain itself. */
  private JToken owned(@Nullable JToken item) {
    if (item == null) {
      return JValue.createNull();
    }
    boolean taken = item.parent != null || item == this || (item.hasValues() && root() == item);
    return taken ? item.copy() : item;
  }

  /** False if the token is of a kind that is dropped here. */
  boolean insertItem(int index, @Nullable JToken item) {
    if (index > count()) {
      throw Failures.outOfRange("Index must be within the bounds of the List.", "index");
    }
    JToken owned = owned(item);
    check(owned, null);
    append(index, owned);
    return true;
  }

  /** Without asking: the token is new and may stand here. */
  final void append(int index, JToken item) {
    Fence.steps(STEPS_OF_A_TOKEN);
    Fence.items(count() + 1L);
    link(item, index == 0 ? null : get(index - 1), index == count() ? null : get(index));
    listInsert(index, item);
    version++;
  }

  private void link(JToken item, @Nullable JToken before, @Nullable JToken after) {
    item.parent = this;
    item.previous = before;
    item.next = after;
    if (before != null) {
      before.next = item;
    }
    if (after != null) {
      after.previous = item;
    }
  }

  private static void unlink(JToken item) {
    item.parent = null;
    item.previous = null;
    item.next = null;
  }

  void removeItemAt(int index) {
    checkIndex(index);
    JToken item = get(index);
    if (item.previous != null) {
      item.previous.next = item.next;
    }
    if (item.next != null) {
      item.next.previous = item.previous;
    }
    unlink(item);
    listRemove(index);
    version++;
  }

  private void checkIndex(int index) {
    if (index < 0) {
      throw Failures.outOfRange("Index is less than 0.", "index");
    }
    if (index >= count()) {
      throw Failures.outOfRange("Index is equal to or greater than Count.", "index");
    }
  }

  boolean removeItem(@Nullable JToken item) {
    int index = indexOf(item);
    if (index < 0) {
      return false;
    }
    removeItemAt(index);
    return true;
  }

  void replaceItemAt(int index, @Nullable JToken item) {
    checkIndex(index);
    JToken existing = get(index);
    if (isUnchanged(existing, item)) {
      return;
    }
    JToken owned = owned(item);
    check(owned, existing);
    put(index, owned);
  }

  /** As {@link #append}, in the place of another. */
  final void put(int index, JToken item) {
    JToken existing = get(index);
    link(item, existing.previous, existing.next);
    listSet(index, item);
    unlink(existing);
    version++;
  }

  private static boolean isUnchanged(JToken existing, @Nullable JToken item) {
    if (!(existing instanceof JValue value)) {
      return false;
    }
    return item == null ? value.type() == JTokenType.NULL : value.equals(item);
  }

  final void replaceItem(JToken existing, @Nullable JToken replacement) {
    replaceItemAt(indexOf(existing), replacement);
  }

  void clearItems() {
    for (int i = 0; i < count(); i++) {
      unlink(get(i));
    }
    listClear();
    version++;
  }

  public final void replaceAll(@Nullable Object content) {
    clearItems();
    add(content);
  }

  public final void removeAll() {
    clearItems();
  }

  public final void merge(@Nullable Object content) {
    if (content == null) {
      return;
    }
    if (!(content instanceof JToken) && !isMultiple(content)) {
      throw Failures.argument(
          "Could not determine JSON object type for type " + ClrTypeName.reflected(content) + ".",
          "content");
    }
    mergeItem(content);
  }

  /** Appends each item: what Newtonsoft does unless told otherwise. */
  final void mergeSequence(Object content) {
    Iterator<?> items = Sequences.iterator(content);
    while (items.hasNext()) {
      add(tokenOf(items.next()));
    }
  }

  final void copyChildrenTo(JContainer target) {
    for (int i = 0; i < count(); i++) {
      target.append(i, get(i).copy());
    }
  }

  final boolean sameChildren(JContainer other) {
    if (count() != other.count()) {
      return false;
    }
    Fence.steps(count());
    for (int i = 0; i < count(); i++) {
      if (!get(i).sameAs(other.get(i))) {
        return false;
      }
    }
    return true;
  }
}
