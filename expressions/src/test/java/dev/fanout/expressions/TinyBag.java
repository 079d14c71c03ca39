package dev.fanout.expressions;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The smallest collection: what a library class with setters and type parameters looks like. */
public final class TinyBag implements Iterable<Object> {
  private final List<@Nullable Object> items = new ArrayList<>();
  private final String kind;
  private @Nullable String label;
  private @Nullable TinyBag inner;

  private TinyBag(@Nullable String label, String kind) {
    this.label = label;
    this.kind = kind;
  }

  public static TinyBag create(String kind) {
    return new TinyBag(null, kind);
  }

  public static TinyBag create(@Nullable String label, String kind) {
    return new TinyBag(label, kind);
  }

  public void add(@Nullable Object item) {
    items.add(item);
  }

  public void add(@Nullable Object item, int times) {
    for (int i = 0; i < times; i++) {
      items.add(item);
    }
  }

  public @Nullable Object item(int index) {
    return items.get(index);
  }

  public void setItem(int index, @Nullable Object value) {
    while (items.size() <= index) {
      items.add(null);
    }
    items.set(index, value);
  }

  public int size() {
    return items.size();
  }

  public @Nullable String label() {
    return label;
  }

  public void setLabel(@Nullable String value) {
    label = value;
  }

  public String kind() {
    return kind;
  }

  public TinyBag inner() {
    if (inner == null) {
      inner = new TinyBag(null, kind);
    }
    return inner;
  }

  @Override
  public Iterator<Object> iterator() {
    return items.iterator();
  }
}
