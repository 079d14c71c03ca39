package dev.fanout.policies.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;

/** Rewrites links of the body to the gateway. */
@Placement(
    sections = {SectionName.INBOUND, SectionName.OUTBOUND},
    occurs = Occurs.ONCE_PER_SECTION)
@XmlRootElement(name = "redirect-content-urls")
@XmlAccessorType(XmlAccessType.FIELD)
public final class RedirectContentUrls extends Policy {}
