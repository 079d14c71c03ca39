package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;

/** The effective policies of the scope outside stand here. No effect in the global scope. */
@Placement(
    sections = {
      SectionName.INBOUND,
      SectionName.BACKEND,
      SectionName.OUTBOUND,
      SectionName.ON_ERROR
    },
    scopes = {Scope.WORKSPACE, Scope.PRODUCT, Scope.API, Scope.OPERATION})
@XmlRootElement(name = "base")
@XmlAccessorType(XmlAccessType.FIELD)
public final class Base extends Policy {}
